import { expect, test } from 'vitest'

import { type Asked, hasOwnOrigin, isDecodable, isReadable, otherName } from './rules'

const base = 'http://localhost:3000'
const asked = (some: Partial<Asked>): Asked => ({ method: 'GET', path: '/', headers: {}, ...some })

test('what may change something needs our own origin; a missing or null one is refused', () => {
  expect(hasOwnOrigin(asked({}), base)).toBe(true)
  expect(hasOwnOrigin(asked({ method: 'POST', headers: { origin: base } }), base)).toBe(true)
  expect(hasOwnOrigin(asked({ method: 'POST' }), base)).toBe(false)
  expect(hasOwnOrigin(asked({ method: 'POST', headers: { origin: 'null' } }), base)).toBe(false)
  expect(hasOwnOrigin(asked({ method: 'POST', headers: { origin: 'http://localhost:3001' } }), base)).toBe(false)
  expect(hasOwnOrigin(asked({ method: 'POST', path: '/api/csp-report' }), base)).toBe(true)
})

test('127.0.0.1 is sent to localhost, but health checks are answered at both', () => {
  expect(otherName(asked({ path: '/desk', headers: { host: '127.0.0.1:3000' } }), base)).toBe(`${base}/desk`)
  expect(otherName(asked({ path: '/api/health', headers: { host: '127.0.0.1:3000' } }), base)).toBeUndefined()
  expect(otherName(asked({ headers: { host: 'localhost:3000' } }), base)).toBeUndefined()
  expect(otherName(asked({ headers: { host: '127.0.0.1:3000' } }), 'https://paper.example')).toBeUndefined()
})

test('malformed percent-encoding and multipart without a boundary are told', () => {
  expect(isDecodable('/%E0%A4%A')).toBe(false)
  expect(isDecodable('/%E2%82%AC')).toBe(true)
  expect(isReadable(asked({ headers: { 'content-type': 'multipart/form-data' } }))).toBe(false)
  expect(isReadable(asked({ headers: { 'content-type': 'multipart/form-data; boundary=x' } }))).toBe(true)
})
