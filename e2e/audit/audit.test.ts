import { spawnSync } from 'node:child_process'

import sharp from 'sharp'
import { expect, test } from 'vitest'

import { compare, most, small } from './compare'
import { accepts, type Entry, engines, licences } from './packages'
import { findSecrets } from './secrets'
import { check } from './vnu'

const lockOf = (entry: Entry) => ({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', ...entry } } })
const holds = async (figures: Promise<{ holds: boolean }[]>) => (await figures).every((figure) => figure.holds)

test.each([
  ['MIT', true],
  ['(MIT OR Apache-2.0)', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND GPL-3.0-or-later)', false],
  ['MPL-2.0', true],
  ['AGPL-3.0-only', false],
  ['(MIT AND GPL-3.0)', false],
  ['SEE LICENSE IN LICENSE.md', false],
  [undefined, false],
])('a package under %s may be used: %s', async (license, may) => {
  expect(await holds(licences(lockOf({ license })))).toBe(may)
})

test('a package that may not be used is named', async () => {
  const [figure] = await licences(lockOf({ license: 'GPL-3.0' }))
  expect(figure?.value).toBe('a@1.0.0 GPL-3.0')
})

test.each([
  ['*', true],
  ['>=20.19', true],
  ['>=20.19.1', false],
  ['>= 18', true],
  ['>=22', false],
  ['^18 || ^20.9 || >=22', true],
  ['^18 || >=22', false],
  ['~20.18', false],
  ['20 || 22', true],
  ['18.x', false],
  ['>=18 <20', false],
])('engines %s accept Node 20.19: %s', (range, does) => {
  expect(accepts(range)).toBe(does)
})

test('a package that refuses Node 20, and an address in the lock file, are told', async () => {
  expect(await holds(engines(lockOf({})))).toBe(true)
  expect(await holds(engines(lockOf({ engines: { node: '>=22' } })))).toBe(false)
  expect(await holds(engines(lockOf({ resolved: 'https://registry.example/a.tgz' })))).toBe(false)
})

// Put together here, so that this file holds none of them.
test.each([
  ['a private key', `-----BEGIN EC ${'PRIVATE'} KEY-----`],
  ['an AWS key', `AKIA${'ABCDEFGH23456789'}`],
  ['a GitHub token', `ghp_${'a1'.repeat(18)}`],
  ['an npm token', `npm_${'a1'.repeat(18)}`],
  ['a Slack token', `xoxb-${'1234567890-abc'}`],
  ['a signed token', ['eyJhbGciOiJIUzI1NiIsInR5', 'eyJzdWIiOiIxMjM0NTY3ODkw', 'SflKxwRJSMeKKF2QT4fwpM'].join('.')],
  ['a password in an address', `postgres://paper:${'hunter2hunter'}@db.internal/stet`],
  ['a secret set', `${'AUTH_SECRET'}=0123456789`],
])('%s is found', (name, text) => {
  expect(findSecrets(`before\n${text}\nafter`)).toEqual([name])
})

test('what only stands for a secret is none', () => {
  expect(findSecrets('AUTH_SECRET=   # 32 characters\npostgres://user:password@host/database')).toEqual([])
})

const drawn = (shade: number, word?: { left: number; grey: number }) =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: { r: shade, g: shade, b: shade } } })
    .composite(
      word
        ? [
            {
              input: Buffer.alloc(80 * 24 * 3, word.grey),
              raw: { width: 80, height: 24, channels: 3 },
              left: word.left,
              top: 50,
            },
          ]
        : [],
    )
    .png()
    .toBuffer()
const kept = async (shot: Promise<Buffer>) => small(await shot, 160)

test('of two pictures of one page nothing differs, nor does what no eye sees', async () => {
  const page = await kept(drawn(255, { left: 40, grey: 20 }))
  expect((await compare(page, page)).pixels).toBe(0)
  expect((await compare(page, await kept(drawn(250, { left: 40, grey: 26 })))).pixels).toBe(0)
})

test('a word that has moved, changed its colour or come differs, and so does a page that has grown', async () => {
  const page = await kept(drawn(255, { left: 40, grey: 20 }))
  for (const other of [drawn(255, { left: 60, grey: 20 }), drawn(255, { left: 40, grey: 110 }), drawn(255)])
    expect((await compare(page, await kept(other))).pixels).toBeGreaterThan(most)
  const longer = sharp(await drawn(255, { left: 40, grey: 20 })).extend({ bottom: 8, background: '#fff' })
  const { pixels, difference } = await compare(page, await small(await longer.png().toBuffer(), 160))
  expect(pixels).toBe(2 * 160)
  expect(await sharp(difference).metadata()).toMatchObject({ width: 160, height: 102 })
})

test.skipIf(spawnSync('java', ['-version']).error)('the W3C’s checker names what is wrong, and on which page', () => {
  const found = check([
    ['/good', '<!DOCTYPE html><html lang="en"><title>Tide</title><p>High water.<br/></p></html>'],
    ['/bad', '<!DOCTYPE html><html lang="en"><title>Tide</title><p><div>Low water.</div></p></html>'],
  ])
  expect(found).toEqual([expect.stringMatching(/^\/bad: No “p” element in scope/)])
})
