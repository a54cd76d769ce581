import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { expect, test } from '@playwright/test'

import { startServer } from './support/server'

const run = promisify(execFile)

test('an empty newsroom starts with the demo paper; one command takes all of it away again', async ({ request }) => {
  const server = await startServer({ args: ['--demo'] })
  const stet = async (...args: string[]) =>
    (await run(process.execPath, ['.build/stet.mjs', ...args], { env: server.settings })).stdout
  try {
    expect(server.logs()).toMatch(/sal\.venn@courier\.example\s+editor\s+\S{12}/)
    expect(server.logs()).not.toMatch(/\sadmin\s+\S{12}/)
    const front = await (await request.get(server.baseUrl)).text()
    expect(front).toContain('Wendmouth Courier')
    const story = `${server.baseUrl}/river-and-coast/surge-watch`
    expect((await request.get(story)).status()).toBe(200)
    expect((await request.get(`${server.baseUrl}/culture/thornsea-chapel-panel`)).status()).toBe(410)
    expect(await stet('live', 'rebuild', '--check')).toContain('equals')

    expect(await stet('demo', 'remove')).toContain('The demo paper is gone')
    for (const path of [
      '/river-and-coast/surge-watch',
      '/culture/thornsea-chapel-panel',
      '/river-and-coast',
      '/topics/flooding',
    ])
      expect((await request.get(server.baseUrl + path)).status(), path).toBe(404)
    expect(await stet('live', 'rebuild', '--check')).toContain('equals')
  } finally {
    await server.stop()
  }
})
