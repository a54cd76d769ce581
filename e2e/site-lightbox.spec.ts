import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

import type { Page } from '@playwright/test'

import { axeFindings } from './support/axe'
import { type Shown, showing as test } from './support/shown-pictures'
import { expect } from './support/test'

test.use({ demo: true })

const boxOf = (page: Page) => page.getByRole('dialog', { name: 'Pictures' })
/** The second of the four pictures of a gallery. */
const lockOf = (page: Page) =>
  page.getByRole('region', { name: 'The week' }).getByRole('link', { name: 'The lock at dusk' })

test('without scripts each picture leads to a larger file of itself', async ({ browser, server, shown }) => {
  const context = await browser.newContext({ baseURL: server.baseUrl, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(shown.path)
  await lockOf(page).click()
  await expect(page).toHaveURL(new RegExp(`/media/${shown.ids.lock}/[0-9a-f]{12}-0/1920\\.jpeg$`))
  await context.close()
})

test('a gallery opens over the page, and is gone through by keys; a picture alone has no others beside it', async ({
  page,
  shown,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(shown.path)
  const [box, link] = [boxOf(page), lockOf(page)]
  await link.click()
  await expect(box.getByText('2 of 4')).toBeVisible()
  await expect(box.getByRole('img', { name: 'The lock at dusk' })).toBeInViewport({ ratio: 0.9 })
  await expect(box.getByText('The lock, on Wednesday. Photograph: Imre Caddow')).toBeInViewport()
  expect(await axeFindings(page, 'the box')).toEqual([])
  await page.keyboard.press('End')
  await expect(box.getByText('4 of 4')).toBeVisible()
  await expect(box.getByText('Shut.')).toBeInViewport()
  await expect(box.getByRole('button', { name: 'Next picture' })).toBeDisabled()
  await page.keyboard.press('ArrowLeft')
  await expect(box.getByText('3 of 4')).toBeVisible()
  await page.keyboard.press('Home')
  await expect(box.getByText('1 of 4')).toBeVisible()
  await box.getByRole('button', { name: 'Next picture' }).click()
  await expect(box.getByText('2 of 4')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(box).toHaveCount(0)
  await expect(link).toBeFocused()
  await page.locator('.shot').first().getByRole('link').press('Enter')
  await expect(box.getByRole('img')).toHaveCount(1)
  await expect(box.getByRole('button')).toHaveCount(1)
  await box.getByRole('button', { name: 'Close' }).click()
  await expect(box).toHaveCount(0)
})

/** A reader who came to the story from the front, and has opened a picture. */
async function opened(page: Page, { path }: Shown) {
  await page.goto('/')
  await page.goto(path)
  await lockOf(page).click()
  await expect(boxOf(page).getByText('2 of 4')).toBeVisible()
  const at = page.url()
  return { box: boxOf(page), link: lockOf(page), at }
}

test('Back closes it and stays on the page, Forward and a reload open it again, and Back once more leads back', async ({
  page,
  server,
  shown,
}) => {
  const { box, link, at } = await opened(page, shown)
  const below = await page.evaluate(() => scrollY)
  await page.goBack()
  await expect(box).toHaveCount(0)
  await expect(link).toBeFocused()
  expect([page.url(), await page.evaluate(() => scrollY)]).toEqual([at, below])
  await page.goForward()
  await expect(box.getByText('2 of 4')).toBeVisible()
  await page.reload()
  await expect(box.getByText('2 of 4')).toBeVisible()
  await page.goBack()
  await expect(box).toHaveCount(0)
  expect(page.url()).toBe(at)
  await page.goBack()
  await expect(page).toHaveURL(`${server.baseUrl}/`)
})

test('closed by its button or by Escape it leaves nothing to go back through, however often one presses', async ({
  page,
  server,
  shown,
}) => {
  const { box, link, at } = await opened(page, shown)
  await box.getByRole('button', { name: 'Close' }).dblclick()
  await expect(box).toHaveCount(0)
  // A second click that comes late falls on the page beneath, and takes the focus there.
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(box).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(box).toHaveCount(0)
  await expect(link).toBeFocused()
  expect(page.url()).toBe(at)
  await page.goBack()
  await expect(page).toHaveURL(`${server.baseUrl}/`)
})

test('on a phone one swipes from picture to picture', async ({ browser, server, shown }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const context = await browser.newContext({ baseURL: server.baseUrl, ...phone })
  const page = await context.newPage()
  await page.goto(shown.path)
  await lockOf(page).tap()
  const box = boxOf(page)
  await expect(box.getByText('2 of 4')).toBeVisible()
  const finger = await context.newCDPSession(page)
  /** From one place to another, as a finger goes. */
  const swipe = async ([x, y]: [number, number], [toX, toY]: [number, number]) => {
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    for (let part = 0.05; part <= 1; part += 0.05) {
      const touchPoints = [{ x: x + part * (toX - x), y: y + part * (toY - y) }]
      await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
    }
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await swipe([330, 400], [60, 400])
  await expect(box.getByText('3 of 4')).toBeVisible()
  await expect(box.getByRole('img', { name: 'The quay at dusk' })).toBeInViewport({ ratio: 0.9 })
  await swipe([60, 400], [330, 400])
  await expect(box.getByText('2 of 4')).toBeVisible()
  await context.close()
})

for (const [motion, moves] of [
  ['no-preference', true],
  ['reduce', false],
] as const)
  test(`from picture to picture it ${moves ? 'glides' : 'does not move, for who wants that'}`, async ({
    page,
    shown,
  }) => {
    await page.emulateMedia({ reducedMotion: motion })
    const { box } = await opened(page, shown)
    const strip = box.locator('div')
    const before = await strip.evaluate((one) => one.scrollLeft)
    const right = await strip.evaluate((one) => {
      one.parentElement?.querySelector<HTMLElement>('.on')?.click()
      return one.scrollLeft
    })
    const width = await strip.evaluate((one) => one.clientWidth)
    expect(right - before).toBe(moves ? 0 : width)
    await expect(box.getByText('3 of 4')).toBeVisible()
  })

test('on paper there is the page, not the picture that is open over it', async ({ page, shown }) => {
  const { box } = await opened(page, shown)
  await page.emulateMedia({ media: 'print' })
  await expect(box).toBeHidden()
  await expect(lockOf(page).getByRole('img')).toBeVisible()
})

test('its script weighs little, and that of a page where no picture is opened next to nothing', async ({
  page,
  shown,
}) => {
  const weight = (file: string) => gzipSync(readFileSync(`public/${file}`), { level: 9 }).length
  expect(weight('lightbox.js')).toBeLessThanOrEqual(2600)
  expect(weight('zoom.js')).toBeLessThanOrEqual(600)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(shown.path, { waitUntil: 'networkidle' })
  expect(asked).toContain('/zoom.js')
  expect(asked).not.toContain('/lightbox.js')
  await lockOf(page).focus()
  await expect.poll(() => asked).toContain('/lightbox.js')
})
