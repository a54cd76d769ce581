import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { expect, type Page, test } from '@playwright/test'

import { startServer } from './support/server'

const run = promisify(execFile)

test('an empty newsroom starts with the demo paper; one command takes all of it away again', async ({
  page,
  request,
}) => {
  // All the files of its pictures are made while one looks.
  test.slow()
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

    const lead = page.getByRole('img', { name: 'The tidal barrier at dusk' })
    expect(await picturesOn(page, server.baseUrl)).toBeGreaterThan(3)
    await expect(lead).toBeVisible()
    const file = (await lead.getAttribute('src')) ?? ''
    expect(await picturesOn(page, `${server.baseUrl}/river-and-coast/barrier-hinges`)).toBeGreaterThan(2)
    await expect(lead).toBeVisible()
    expect(await picturesOn(page, `${server.baseUrl}/river-and-coast/river-map-essay`)).toBeGreaterThan(3)

    expect(await stet('demo', 'remove')).toContain('The demo paper is gone')
    for (const path of [
      '/river-and-coast/surge-watch',
      '/culture/thornsea-chapel-panel',
      '/river-and-coast',
      '/topics/flooding',
      file,
    ])
      expect((await request.get(server.baseUrl + path)).status(), path).toBe(404)
    expect(await stet('live', 'rebuild', '--check')).toContain('equals')
  } finally {
    await server.stop()
  }
})

/** Every picture of a page loads. @returns how many there are */
async function picturesOn(page: Page, address: string): Promise<number> {
  await page.goto(address)
  const pictures = await page.locator('main img').all()
  for (const picture of pictures) {
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).not.toBe(0)
  }
  return pictures.length
}
