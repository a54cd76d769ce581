import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, test } from 'vitest'

import { closeAll } from './stop'

async function busyServer(ms: number) {
  const server = createServer((_, res) => setTimeout(() => res.end('done'), ms))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const answer = new Promise<string>((resolve) => {
    const req = get({ port, host: '127.0.0.1' }, (res) => res.on('data', (part) => resolve(String(part))))
    req.on('error', () => resolve('cut'))
  })
  await once(server, 'request')
  return { server, answer }
}

test('a request under way is finished first, then the parts close in order, a failing one too', async () => {
  const { server, answer } = await busyServer(50)
  const closed: string[] = []
  const part = (name: string, fails = false) => ({
    name,
    close: () => {
      closed.push(name)
      if (fails) throw new Error(name)
    },
  })
  const began = Date.now()
  expect(await closeAll(server, [part('rooms', true), part('jobs'), part('database')])).toBe(true)
  expect(Date.now() - began).toBeLessThan(2_000)
  expect(await answer).toBe('done')
  expect(closed).toEqual(['rooms', 'jobs', 'database'])
})

test('what does not end in time is cut', async () => {
  const { server, answer } = await busyServer(60_000)
  const began = Date.now()
  expect(await closeAll(server, [{ name: 'jobs', close: () => new Promise(() => {}) }], 100)).toBe(false)
  expect(Date.now() - began).toBeLessThan(2_000)
  server.closeAllConnections()
  expect(await answer).toBe('cut')
})
