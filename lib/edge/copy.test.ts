import { expect, test } from 'vitest'

import { toCopy } from './copy'

const about = { keys: new Set(['latest:']), until: Number.POSITIVE_INFINITY }
const said = { status: 200, type: 'text/html', cacheControl: 'no-cache', policy: "default-src 'none'" }
const headersOf = (list: string[]) =>
  Object.fromEntries(Array.from({ length: list.length / 2 }, (_, i) => list.slice(i * 2, i * 2 + 2)))

test('each encoding has its own tag, length and name; one that is missing is the body as it is', () => {
  const copy = toCopy(said, { identity: Buffer.from('page'), br: Buffer.from('br') }, about, { 'X-A': 'a' })
  const [identity, gzip, br] = (['identity', 'gzip', 'br'] as const).map((one) => headersOf(copy.versions[one].headers))
  expect(br).toMatchObject({ 'Content-Encoding': 'br', 'Content-Length': '2', ETag: copy.versions.br.tag, 'X-A': 'a' })
  expect(identity).toMatchObject({ 'Content-Length': '4', ETag: copy.versions.identity.tag, Vary: 'Accept-Encoding' })
  expect(gzip).toEqual(identity)
  expect(copy.versions.br.tag).not.toBe(copy.versions.identity.tag)
  expect(identity).not.toHaveProperty('Content-Encoding')
})

test('what says that nothing has changed carries the tag and the policies, and nothing of a body', () => {
  const { versions } = toCopy(said, { identity: Buffer.from('page') }, about, { 'X-A': 'a' })
  expect(headersOf(versions.identity.notModified)).toEqual({
    'X-A': 'a',
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': "default-src 'none'",
    'Speculation-Rules': '"/speculation-rules.json"',
    ETag: versions.identity.tag,
    Vary: 'Accept-Encoding',
  })
})

test('pages alone name the rules by which links are fetched ahead', () => {
  const { versions } = toCopy({ ...said, policy: undefined }, { identity: Buffer.from('a{}') }, about, {})
  expect(headersOf(versions.identity.headers)).not.toHaveProperty('Speculation-Rules')
})

test('what is sent holds no more memory than it is long', () => {
  const { versions, bodies } = toCopy(said, { identity: Buffer.from('page'), br: Buffer.from('br') }, about, {})
  const { bytes, body } = versions.br.whole
  expect([bytes.buffer.byteLength, String(body), bodies.br?.buffer]).toEqual([bytes.length, 'br', bytes.buffer])
})
