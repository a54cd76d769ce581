import { expect, test } from 'vitest'

import { compress, encodingFor } from './compress'
import { isKnown, scriptHashes, sitePolicy, tagOf } from './headers'

test('of what a reader takes the smallest encoding is used, and none that is refused', () => {
  expect(encodingFor('gzip, deflate, br')).toBe('br')
  expect(encodingFor('gzip;q=0.8, br;q=0')).toBe('gzip')
  expect(encodingFor('BR')).toBe('br')
  expect(encodingFor('*')).toBe('identity')
  expect(encodingFor()).toBe('identity')
})

test('a body not worth a change stays as it is', async () => {
  const body = Buffer.from('river '.repeat(200))
  expect(await compress(body, 'identity')).toBe(body)
  expect((await compress(body, 'br')).length).toBeLessThan(body.length / 10)
})

test('only inline scripts that run are hashed, each once', () => {
  const html =
    '<script>a()</script><script src="/x.js"></script><script type="application/ld+json">{}</script><script id="b">a()</script>'
  expect(scriptHashes(html)).toEqual([`'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='`])
})

test('nothing inline is let through unless its hash is named', () => {
  expect(sitePolicy()).toContain("script-src 'self';")
  expect(sitePolicy(["'sha256-x'"])).toContain("script-src 'self' 'sha256-x';")
  expect(sitePolicy()).not.toContain('unsafe')
})

test('a reader knows a page by its tag in any encoding, not by the beginning of another', () => {
  const tag = tagOf(Buffer.from('page'))
  expect(isKnown(`"${tag}"`, tag)).toBe(true)
  expect(isKnown(`"x", W/"${tag}-br"`, tag)).toBe(true)
  expect(isKnown(`"${tagOf(Buffer.from('other'))}"`, tag)).toBe(false)
  expect(isKnown(undefined, tag)).toBe(false)
})
