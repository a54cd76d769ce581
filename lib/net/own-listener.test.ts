import { expect, test } from 'vitest'

import { isElsewhere } from './own-listener'

const of = (baseUrl: string, host = '127.0.0.1', port = 3000) => isElsewhere({ host, port, baseUrl })

test('the paper is here where its address is that of the listener', () => {
  expect(of('http://localhost:3000')).toBe(false)
  expect(of('http://127.0.0.1:3000')).toBe(false)
  expect(of('http://203.0.113.7', '203.0.113.7', 80)).toBe(false)
})

test('behind a proxy, a CDN or another port it is elsewhere', () => {
  expect(of('https://paper.example')).toBe(true)
  expect(of('https://localhost:3000')).toBe(true)
  expect(of('http://localhost')).toBe(true)
  expect(of('http://paper.example:3000', '0.0.0.0')).toBe(true)
})
