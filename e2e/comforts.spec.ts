import type { Page } from '@playwright/test'

import { axeFindings, overflow } from './support/axe'
import { test } from './support/reader'
import { expect } from './support/test'

test.use({ demo: true })

const dark = 'rgb(17, 20, 22)'
const light = 'rgb(255, 255, 255)'
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

/** Remembers every ground that the next pages are shown on, frame by frame, and what moves on them. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const seen = { grounds: [] as string[], shift: 0 }
    Object.assign(window, { seen })
    const look = () => {
      const now = document.body && getComputedStyle(document.body).backgroundColor
      if (now && !seen.grounds.includes(now)) seen.grounds.push(now)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
const seenOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: { grounds: string[]; shift: number } }).seen)

test('the look that a reader chooses holds on the next pages, from the first frame, and nothing moves', async ({
  page,
  path,
}) => {
  await page.goto('/')
  await page.getByRole('radio', { name: 'Dark' }).check()
  expect(await ground(page)).toBe(dark)
  await watch(page)
  for (const address of [path, '/', '/saved', '/search']) {
    await page.goto(address)
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
    expect(await seenOn(page), address).toEqual({ grounds: [dark], shift: 0 })
  }
  expect(
    await page.locator('meta[name=theme-color]').evaluateAll((all) => all.map((one) => one.getAttribute('media'))),
  ).toEqual(['not all', 'all'])
  await page.emulateMedia({ media: 'print' })
  expect(await ground(page)).toBe(light)
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  await page.getByRole('radio', { name: 'Light' }).check()
  expect(await ground(page)).toBe(light)
  await page.getByRole('radio', { name: 'As the device' }).check()
  expect(await ground(page)).toBe(dark)
})

test('text grows in three steps, stays so, and is no wider than a phone', async ({ page, path }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const sizes: number[] = []
  for (const size of ['Normal', 'Large', 'Larger'] as const) {
    await page.goto('/')
    await page.getByRole('radio', { name: size, exact: true }).check()
    await page.goto(path)
    sizes.push(
      await page
        .locator('.text p')
        .first()
        .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    )
    for (const address of [path, '/', '/search?q=gate', '/saved']) {
      await page.goto(address)
      expect(await overflow(page), `${size} ${address}`).toBe(0)
    }
  }
  expect(sizes.map((size) => size / (sizes[0] ?? 1))).toEqual([1, 1.125, 1.25])
})

test('a story is saved for later and listed; one that is taken down says so and goes', async ({
  page,
  press,
  path,
}) => {
  const id = await press.draft()
  const other = await press.publish(id)
  for (const address of [path, other]) {
    await page.goto(address)
    await page.getByRole('button', { name: 'Save for later' }).click()
    await expect(page.getByRole('button', { name: 'Saved' })).toBeVisible()
  }
  await page.reload()
  await expect(page.getByRole('button', { name: 'Saved' })).toBeVisible()
  await page.getByRole('link', { name: 'Saved stories' }).click()
  await expect(page.locator('main article')).toHaveCount(2)
  await expect(page.getByText('No story is saved here.')).toHaveCount(0)
  expect(await axeFindings(page, '/saved')).toEqual([])
  await press.withdraw(id)
  await page.reload()
  await expect(page.getByText('is no longer in the paper')).toBeVisible()
  await page.reload()
  await expect(page.locator('main article')).toHaveCount(1)
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('No story is saved here.')).toBeVisible()
})

test('single keys lead about the paper; a dialog names them and ends them', async ({ page, path }) => {
  await page.goto('/')
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keys' })
  await expect(list).toBeVisible()
  expect(await axeFindings(page, 'keys')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await page.keyboard.press('j')
  const headlines = page.locator('main :is(h2, h3) a:visible')
  await expect(headlines.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(headlines.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(headlines.nth(0)).toBeFocused()
  await page.keyboard.press('Control+j')
  await expect(headlines.nth(0)).toBeFocused()
  await page.keyboard.press('/')
  await expect(page).toHaveURL(/\/search$/)
  await expect(page.locator('.comforts')).toBeVisible()
  const box = page.locator('main [type=search]')
  // On a page just opened its scripts may be yet to run.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(box).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type('hj?')
  await expect(box).toHaveValue('hj?')
  await page.goto(path)
  await expect(page.locator('.comforts')).toBeVisible()
  const next = await page.locator('.next h2 a').getAttribute('href')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(new RegExp(`${next}$`))
  await expect(page.locator('.comforts')).toBeVisible()
  await page.keyboard.press('h')
  await expect(page).toHaveURL(/\/$/)
  await page.getByRole('button', { name: 'Keys' }).click()
  await list.getByRole('checkbox').uncheck()
  await list.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await expect(list).toBeHidden()
  await expect(page).toHaveURL(/\/$/)
})

test('pages name the rules for links and let one page turn into the next; files do not', async ({
  page,
  path,
  request,
}) => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  const rules = page.waitForResponse('**/speculation-rules.json')
  await page.goto('/')
  expect((await rules).headers()['content-type']).toBe('application/speculationrules+json')
  for (const address of ['/', path, '/nothing-here'])
    for (const _ of ['made', 'kept'])
      expect((await request.get(address)).headers()['speculation-rules'], address).toBe('"/speculation-rules.json"')
  for (const address of ['/look.js', '/feed.xml', '/manifest.webmanifest'])
    expect((await request.get(address)).headers()['speculation-rules'], address).toBeUndefined()
  await page.addInitScript(() =>
    addEventListener('pagereveal', (event) => {
      Object.assign(window, { turned: Boolean((event as unknown as { viewTransition: unknown }).viewTransition) })
    }),
  )
  const turned = () => page.evaluate(() => (window as unknown as { turned: boolean }).turned)
  await page.locator('.foot').getByRole('link', { name: 'Topics' }).click()
  await page.waitForURL('**/topics')
  expect(await turned()).toBe(true)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.locator('.foot').getByRole('link', { name: 'Corrections', exact: true }).click()
  await page.waitForURL('**/corrections')
  expect(await turned()).toBe(false)
  expect(said).toEqual([])
})

test('the paper can be installed under its name', async ({ page, request }) => {
  await page.goto('/')
  const address = (await page.locator('link[rel=manifest]').getAttribute('href')) ?? ''
  const answer = await request.get(address)
  expect(answer.headers()['content-type']).toContain('application/manifest+json')
  const manifest = await answer.json()
  expect(manifest.name).toBe('Wendmouth Courier')
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (url) => {
      const image = new Image()
      image.src = url
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }, src)
    expect(size).toBe(sizes)
  }
})

test('without JavaScript none of it shows, and the reading list says what it needs', async ({
  browser,
  server,
  path,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseUrl })
  const page = await context.newPage()
  await page.goto(path)
  for (const name of ['Save for later', 'Keys']) await expect(page.getByRole('button', { name })).toHaveCount(0)
  await expect(page.locator('.save')).toBeHidden()
  await expect(page.locator('.comforts')).toBeHidden()
  await expect(page.locator('dialog')).toBeHidden()
  await page.goto('/saved')
  await expect(page.getByText('It needs JavaScript.')).toBeVisible()
})
