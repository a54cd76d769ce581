import type { Page } from '@playwright/test'

import { paragraph } from '#lib/testing/stories'

import { overflow } from './support/axe'
import { showing as test } from './support/shown-pictures'
import { pages } from './support/site-pages'
import { expect } from './support/test'

// Pages are changed on their way, which a service worker would pass by.
test.use({ demo: true, serviceWorkers: 'block' })

/** What makes of a page one that is read from the right: the paper's language, or only the story's. */
const fromTheRight = {
  'a paper': [' dir="ltr"', ' dir="rtl"'],
  'a story': ['<article class="wrap story', '<article lang="he" dir="rtl" class="wrap story'],
} as const

const readFrom = (page: Page, [before, after]: readonly [string, string]) =>
  page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace(before, after) })
  })

for (const [what, change] of Object.entries(fromTheRight))
  test(`in ${what} from the right pictures stand as in a mirror, and the next of a gallery is to the left`, async ({
    page,
    shown,
  }) => {
    await readFrom(page, change)
    for (const width of [1280, 800, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(shown.path)
      expect(await overflow(page), `${width} pixels`).toBe(0)
      expect(await page.evaluate(() => scrollX)).toBe(0)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    const text = (await page.locator('.text').boundingBox())!
    const wide = (await page.locator('.beyond').boundingBox())!
    expect(wide.x).toBe(40)
    expect(wide.x + wide.width).toBeCloseTo(text.x + text.width)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.locator('.gallery .zoom').first().click()
    const box = page.getByRole('dialog')
    await expect(box.getByText('1 of 4')).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await expect(box.getByText('2 of 4')).toBeVisible()
    await box.getByRole('button', { name: 'Next picture' }).click()
    await expect(box.getByText('3 of 4')).toBeVisible()
    await expect(box.getByRole('img', { name: 'The quay at dusk' })).toBeInViewport({ ratio: 0.9 })
    await page.keyboard.press('End')
    await expect(box.getByText('4 of 4')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(box.getByText('3 of 4')).toBeVisible()
  })

test('on paper there are all pictures, upright ones beside a headline, and nothing that is to be pressed', async ({
  page,
  press,
  shown,
}) => {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 658, height: 987 })
  await page.goto(shown.path)
  for (const picture of await page.locator('.story img').all()) await expect(picture).toBeVisible()
  await expect(page.locator('.clip video')).toBeVisible()
  await expect(page.locator('.clip figcaption').last()).toBeVisible()
  await expect(page.locator('.clip audio')).toBeHidden()
  await expect(page.locator('.story ~ *').first()).toBeHidden()
  await press.illustrate(shown.story, { media: shown.ids.quay, alt: '', caption: '', credit: '', crop: '' })
  await page.reload()
  const { width, height } = (await page.locator('.main img').boundingBox())!
  expect(height).toBeLessThan(540)
  expect(width / height).toBeCloseTo(700 / 900, 1)
})

test('on paper a front flows in two columns, and no line stands beside them', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 658, height: 987 })
  await page.goto('/')
  const columns = page.locator('.cols').first()
  expect(await columns.evaluate((one) => getComputedStyle(one).columnCount)).toBe('2')
  expect(
    await page
      .locator('.ruled > * + *')
      .first()
      .evaluate((one) => getComputedStyle(one, '::before').content),
  ).toBe('none')
})

test('where a date follows a name that is written the other way, its numbers stay with it', async ({ page }) => {
  await readFrom(page, [' lang="en-GB" dir="ltr"', ' lang="ar" dir="rtl"'])
  await page.goto('/search?q=hinge')
  const kicker = page.locator('.hit .kicker').first()
  await kicker.evaluate((one) => {
    one.lastElementChild!.textContent = '30 نوفمبر 2026'
  })
  const [name, day] = await kicker.evaluate((one) => {
    const range = document.createRange()
    range.selectNodeContents(one.firstChild!)
    const number = document.createRange()
    number.setStart(one.lastElementChild!.firstChild!, 0)
    number.setEnd(one.lastElementChild!.firstChild!, 2)
    return [range.getBoundingClientRect().left, number.getBoundingClientRect().right]
  })
  expect(day).toBeLessThanOrEqual(name! + 1)
  const headline = page.locator('.hit h2').first()
  const [height, size] = await headline.evaluate((one) => {
    const { lineHeight, fontSize } = getComputedStyle(one)
    return [Number.parseFloat(lineHeight), Number.parseFloat(fontSize)]
  })
  expect(height! / size!).toBeCloseTo(1.3, 1)
})

test('a table that is wider than a phone is moved by itself', async ({ page, press }) => {
  const row = (id: string) => ({
    type: 'tableRow' as const,
    attrs: { id },
    content: Array.from({ length: 12 }, (_, i) => ({
      type: 'tableCell' as const,
      attrs: { id: `${id}${i}` },
      content: [{ type: 'text' as const, text: 'Incomprehensibilities' }],
    })),
  })
  const attrs = { id: 't', caption: 'All of them', headRow: true, headColumn: false }
  const blocks = [paragraph('a', 'It is wide.'), { type: 'table' as const, attrs, content: [row('r'), row('s')] }]
  const path = await press.publish(
    await press.write({ headline: 'A table of twelve columns', section: 'sport', blocks }),
  )
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(path)
  expect(await overflow(page)).toBe(0)
  const region = page.locator('.table')
  expect(await region.evaluate((one) => one.scrollWidth > one.clientWidth * 2)).toBe(true)
})

test('a face leaves a headline its room on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/opinion/praise-the-keepers')
  const [header, headline] = [page.locator('.voice > header'), page.locator('h1')]
  const whole = (await header.boundingBox())!.width
  expect((await headline.boundingBox())!.width).toBeCloseTo(whole, 0)
  expect((await header.locator('img').boundingBox())!.width).toBeLessThan(100)
})

test('without styles faces are small, and words stand apart', async ({ page }) => {
  await page.route('**/*.css', (route) => route.abort())
  await page.goto('/river-and-coast/barrier-hinges')
  for (const face of await page.locator('.meta img').all()) expect((await face.boundingBox())!.width).toBe(44)
  await expect(page.locator('.meta li').first()).toContainText('Nadia Orrell Environment')
  await expect(page.locator('.quote figcaption')).toContainText('Staithe Street The Courier, 12 May')
})

test('without scripts and styles all pages but a story’s own pictures keep within a phone', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.route(/\.(css|js)$/, (route) => route.abort())
  for (const [path] of pages) {
    await page.goto(path)
    const over = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth)
        .filter((one) => !one.closest('.story :is(picture, .zoom)'))
        .map((one) => one.outerHTML.slice(0, 80)),
    )
    expect(over, path).toEqual([])
  }
})

test('more on a story’s topic stands beside its text where there is an end margin, and after it where there is none', async ({
  page,
}) => {
  const boxOf = async (selector: string) => (await page.locator(selector).boundingBox())!
  await page.goto('/sport/regatta-draw')
  await page.setViewportSize({ width: 1280, height: 900 })
  const [beside, text, times] = [await boxOf('.rail'), await boxOf('.text'), await boxOf('.story .meta')]
  expect([beside.y, times.y]).toEqual([text.y, text.y])
  expect(beside.x).toBeGreaterThan(text.x + text.width)
  for (const width of [1190, 768, 390]) {
    await page.setViewportSize({ width, height: 900 })
    const [after, report] = [await boxOf('.rail'), await boxOf('.report')]
    expect([after.x, after.width], String(width)).toEqual([report.x, report.width])
    expect(after.y, String(width)).toBeGreaterThan(report.y + report.height)
  }
})

test('in colours of a reader’s own, a divider is still to be seen', async ({ page, shown }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(shown.path)
  await expect(page.locator('.text > hr')).toHaveCSS('border-block-start-width', '1px')
})
