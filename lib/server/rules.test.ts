import { expect, test } from 'vitest'

import { type Asked, bodyCap, clientAddress, hasOwnOrigin, isReadable, loggable, otherName } from './rules'

const base = 'http://localhost:3000'
const asked = (some: Partial<Asked>): Asked => ({ method: 'GET', path: '/', headers: {}, ...some })
const post = (path: string, headers: Asked['headers'] = {}) => asked({ method: 'POST', path, headers })

test('what may change something needs our own origin; a missing or null one is refused', () => {
  expect(hasOwnOrigin(asked({}), base)).toBe(true)
  expect(hasOwnOrigin(post('/desk', { origin: base }), base)).toBe(true)
  expect(hasOwnOrigin(post('/desk'), base)).toBe(false)
  expect(hasOwnOrigin(post('/desk', { origin: 'null' }), base)).toBe(false)
  expect(hasOwnOrigin(post('/desk', { origin: 'http://localhost:3001' }), base)).toBe(false)
  expect(hasOwnOrigin(asked({ method: 'PUT' }), base)).toBe(false)
})

test('reports and calls with a token need no origin, but a token beside a cookie does', () => {
  expect(hasOwnOrigin(post('/api/csp-report'), base)).toBe(true)
  const token = { authorization: 'Bearer x' }
  expect(hasOwnOrigin(post('/api/content/stories', token), base)).toBe(true)
  expect(hasOwnOrigin(post('/api/content/stories', { ...token, cookie: 'a=b' }), base)).toBe(false)
  expect(hasOwnOrigin(post('/api/content/stories'), base)).toBe(false)
})

test('127.0.0.1 is sent to localhost with its query, but health checks are answered at both', () => {
  const at = (host: string, path = '/desk') => asked({ path, headers: { host } })
  expect(otherName(at('127.0.0.1:3000'), '/desk?a=1', base)).toBe(`${base}/desk?a=1`)
  expect(otherName(at('127.0.0.1:3000', '/api/health'), '/api/health', base)).toBeUndefined()
  expect(otherName(at('localhost:3000'), '/desk', base)).toBeUndefined()
  expect(otherName(at('127.0.0.1:3000'), '/desk', 'https://paper.example')).toBeUndefined()
})

test.each([
  ['/%E0%A4%A', false],
  ['/%00', false],
  ['http://elsewhere/', false],
  ['/%E2%82%AC', true],
  ['/search?q=%', true],
  ['/desk#x', false],
  ['/search?q=a#x', false],
])('%s is readable: %s', (path, readable) => expect(isReadable(path)).toBe(readable))

test('the tokens of private links stay out of the log', () => {
  expect(loggable('/preview/s3cret/x')).toBe('/preview/…')
  expect(loggable('/welcome/s3cret')).toBe('/welcome/…')
  expect(loggable('/politics/previews')).toBe('/politics/previews')
})

test('a forwarded address is believed only from a trusted proxy', () => {
  expect(clientAddress('10.0.0.5', '1.2.3.4', [])).toBe('10.0.0.5')
  expect(clientAddress('10.0.0.5', '6.6.6.6, 1.2.3.4', ['10.0.0.5'])).toBe('1.2.3.4')
  expect(clientAddress('10.0.0.5', '1.2.3.4, 10.0.0.6', ['10.0.0.5', '10.0.0.6'])).toBe('1.2.3.4')
  expect(clientAddress('10.0.0.5', '', ['10.0.0.5'])).toBe('10.0.0.5')
  expect(clientAddress('::ffff:10.0.0.5', '::ffff:1.2.3.4', ['10.0.0.5'])).toBe('1.2.3.4')
})

test('a Word file may be large, and nothing else', () => {
  expect(bodyCap('/api/stories/abc123/word')).toBe(30_000_000)
  for (const path of [
    '/api/stories/abc123/word/x',
    '/api/stories/a/b/word',
    '/desk/stories/abc123',
    '/x/api/stories/a/word',
  ])
    expect(bodyCap(path)).toBe(1_048_576)
})
