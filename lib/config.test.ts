import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import { keptSecret, readConfig } from './config'

test('without settings it runs on this machine, in ./data', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    data: join(process.cwd(), 'data'),
    database: undefined,
    baseUrl: 'http://localhost:3000',
    firstAdmin: undefined,
    trustedProxies: [],
  })
})

test('the base address follows the port, and loses its slash', () => {
  expect(readConfig({ PORT: '3100' }).baseUrl).toBe('http://localhost:3100')
  expect(readConfig({ BASE_URL: 'https://paper.example/' }).baseUrl).toBe('https://paper.example')
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', BASE_URL: '' }).port).toBe(3000)
})

test.each([
  ['PORT', 'http'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['DATABASE_URL', 'mysql://host/paper'],
  ['DATABASE_URL', './paper.db'],
  ['BASE_URL', 'paper.example'],
  ['BASE_URL', 'https://paper.example/news'],
  ['BASE_URL', 'ftp://paper.example'],
  ['AUTH_SECRET', 'short'],
  ['STET_TIMEZONE', 'Mars/Olympus'],
  ['STET_ADMIN_EMAIL', 'editor'],
  ['STET_ADMIN_PASSWORD', 'hunter2'],
  ['STET_TRUSTED_PROXY', 'proxy'],
  ['S3_ENDPOINT', 's3.example'],
  ['S3_BUCKET', 'Paper Media'],
  ['S3_REGION', 'eu west'],
  ['S3_PREFIX', '/paper/'],
  ['STET_LOG', 'loud'],
  ['STET_CACHE_MB', '7'],
  ['STET_CDN_SECONDS', '-1'],
  ['STET_CACHE_HEADER', 'yes'],
])('a wrong %s (%s) is told in one line, with the cure', (name, value) => {
  const told = () => readConfig({ [name]: value })
  expect(told).toThrow(new RegExp(`^${name} [^\\n]+: [^\\n]+\\.$`))
})

test('a message never repeats the value, which may be a password', () => {
  const settings = {
    DATABASE_URL: 'postgresql:me:hush-hush@host',
    AUTH_SECRET: 'hush-hush',
    STET_ADMIN_PASSWORD: 'hush-hush',
  }
  for (const [name, value] of Object.entries(settings)) {
    expect(() => readConfig({ [name]: value })).toThrow(name)
    expect(() => readConfig({ [name]: value })).not.toThrow('hush-hush')
  }
})

test('the first admin needs both of the settings', () => {
  const both = { STET_ADMIN_EMAIL: 'a@paper.example', STET_ADMIN_PASSWORD: 'correct horse' }
  expect(readConfig(both).firstAdmin).toEqual({ email: 'a@paper.example', password: 'correct horse' })
  expect(() => readConfig({ STET_ADMIN_EMAIL: both.STET_ADMIN_EMAIL })).toThrow('give both, or neither')
})

test('media lie in S3 where all of its settings are given; some of them alone are told in one line', () => {
  const all = {
    S3_ENDPOINT: 'https://s3.example/',
    S3_BUCKET: 'paper-media',
    S3_REGION: 'eu-west-1',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'hush-hush',
  }
  expect(readConfig({}).s3).toBeUndefined()
  expect(readConfig(all).s3).toEqual({
    endpoint: 'https://s3.example',
    bucket: 'paper-media',
    region: 'eu-west-1',
    accessKeyId: 'id',
    secretAccessKey: 'hush-hush',
    prefix: '',
  })
  expect(readConfig({ ...all, S3_PREFIX: 'media/paper' }).s3?.prefix).toBe('media/paper')
  for (const name of Object.keys(all))
    expect(() => readConfig({ ...all, [name]: '' })).toThrow(
      new RegExp(`^${name} goes together with S3_\\w+: [^\\n]+\\.$`),
    )
  expect(() => readConfig({ S3_PREFIX: 'paper' })).toThrow('S3_ENDPOINT goes together with S3_PREFIX')
})

describe('the secret of the data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-secret-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('is made once, for its owner alone, and stays', () => {
    const made = keptSecret(folder)
    expect(made).toHaveLength(32)
    expect(keptSecret(folder)).toEqual(made)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(made.toString('base64url'))
  })

  test('damaged, it is refused, never replaced', () => {
    writeFileSync(join(folder, 'secret'), 'x')
    expect(() => keptSecret(folder)).toThrow('is damaged')
  })
})
