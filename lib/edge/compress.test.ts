import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { compressAll, encodingFor } from './compress'

const page = Buffer.from('<p>The river rose again in the night.</p>'.repeat(60))

test('a page is made once in each encoding, and each is the same page', async () => {
  const { identity, br, gzip } = await compressAll(page, 'text/html; charset=utf-8')
  expect(identity.equals(page)).toBe(true)
  expect(brotliDecompressSync(br as Buffer).equals(page)).toBe(true)
  expect(gunzipSync(gzip as Buffer).equals(page)).toBe(true)
})

test.each([
  ['text/css', true],
  ['application/rss+xml; charset=utf-8', true],
  ['image/svg+xml', true],
  ['application/speculationrules+json', true],
  ['application/xml', true],
  ['font/woff2', false],
  ['image/jpeg', false],
  ['application/octet-stream', false],
  ['', false],
])('%s is worth compressing: %s', async (type, worth) => {
  expect(Object.keys(await compressAll(page, type))).toEqual(worth ? ['identity', 'br', 'gzip'] : ['identity'])
})

test('what lasts is made as small as can be', async () => {
  const style = Buffer.from(readFileSync('lib/site/view/styles/base.css'))
  const [once, lasting] = await Promise.all([compressAll(style, 'text/css'), compressAll(style, 'text/css', true)])
  expect(lasting.br?.length).toBeLessThan(0.96 * (once.br?.length ?? 0))
  expect(brotliDecompressSync(lasting.br as Buffer).equals(style)).toBe(true)
})

test('what is short, and what only grows, is kept as it is', async () => {
  expect(await compressAll(page.subarray(0, 199), 'text/html')).not.toHaveProperty('br')
  expect(await compressAll(page.subarray(0, 200), 'text/html')).toHaveProperty('br')
  const noise = Buffer.from(Array.from({ length: 400 }, (_, i) => (i * i * 2654435761) >>> 24))
  const kept = await compressAll(noise, 'text/plain')
  for (const body of Object.values(kept)) expect(body.length).toBeLessThanOrEqual(noise.length)
})

test('an answer that is remembered is the one that was read, after any number of invented headers', () => {
  for (let round = 0; round < 3; round++) {
    expect(encodingFor('gzip, deflate, br')).toBe('br')
    expect(encodingFor('gzip;q=0.8, br;q=0')).toBe('gzip')
    expect(encodingFor('identity')).toBe('identity')
    for (let i = 0; i < 100; i++) expect(encodingFor(`x-${i}, gzip`)).toBe('gzip')
  }
  expect(encodingFor(`${'x,'.repeat(100)}br`)).toBe('br')
})

test('of what a reader takes the smallest encoding is used, and none that is refused', () => {
  expect(encodingFor('gzip, deflate, br')).toBe('br')
  expect(encodingFor('gzip;q=0.8, br;q=0')).toBe('gzip')
  expect(encodingFor('BR')).toBe('br')
  expect(encodingFor('*')).toBe('identity')
  expect(encodingFor()).toBe('identity')
})
