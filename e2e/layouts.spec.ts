import type { Page } from '@playwright/test'

import { paragraph } from '#lib/testing/stories'

import { axeFindings, overflow } from './support/axe'
import { addSection, editScreen } from './support/desk'
import { htmlFindings } from './support/html'
import type { Press } from './support/press'
import { readerView } from './support/reader-view'
import { image, long, sendAll, use } from './support/shown-pictures'
import { admin, expect, test } from './support/test'

test.use({ demo: true })
test.beforeEach(async ({ page, enter }) => enter(page, admin))

const layouts = {
  standard: 'story',
  feature: 'feature',
  opinion: 'voice',
  gallery: 'pictured-first',
  brief: 'short',
} as const

const said = ['The first thing that is said. ', 'What was said in the middle. ', 'And the last of it all. ']

/** The edit screen of a story, at what readers see of it beside its text. */
async function onThePage(page: Page, id: string) {
  const screen = editScreen(page)
  await screen.open(`/desk/stories/${id}`)
  await screen.panel.getByText('On the page').click()
  return screen
}

const fill = async (page: Page, label: string, text: string) => {
  const box = page.getByLabel(label, { exact: true })
  await box.fill(text)
  await box.press('Enter')
  await expect(box).not.toHaveAccessibleDescription(/Saving/)
}

const begun = (
  press: Press,
  section: string,
  headline: string,
  blocks = said.map((one, i) => paragraph(`p${i}`, one)),
) => press.write({ headline, standfirst: 'As it was told.', section, blocks })

test('each layout is chosen at the desk and seen by readers, in both looks, by machines and in a reader view', async ({
  page,
  browser,
  server,
  press,
}) => {
  test.slow()
  await addSection(page, 'Layouts')
  const ids = await sendAll(server, press)
  const blocks = [
    ...said.map((one, i) => paragraph(`p${i}`, one + long.repeat(4))),
    image('a', ids.lock),
    {
      type: 'gallery' as const,
      attrs: { id: 'b', title: 'The week' },
      content: [image('b1', ids.weir), image('b2', ids.quay)],
    },
  ]
  const id = await press.write({
    headline: 'The gate is laid out anew',
    standfirst: 'As it was told.',
    section: 'layouts',
    main: use(ids.gate),
    blocks,
  })
  const screen = await onThePage(page, id)
  const reader = await (await browser.newContext({ baseURL: server.baseUrl })).newPage()
  const noise: string[] = []
  reader.on('console', (message) => noise.push(message.text()))
  for (const [layout, className] of Object.entries(layouts))
    await test.step(layout, async () => {
      await screen.panel.getByLabel('Layout').selectOption(layout)
      await expect(screen.panel.getByLabel('Layout')).toHaveAccessibleDescription('')
      await screen.publish()
      const path = await press.path(id)
      for (const [width, colorScheme] of [
        [1280, 'light'],
        [390, 'dark'],
      ] as const) {
        await reader.setViewportSize({ width, height: 900 })
        await reader.emulateMedia({ colorScheme })
        await reader.goto(path)
        await expect(reader.locator('article.story')).toHaveClass(new RegExp(`\\b${className}\\b`))
        expect(await overflow(reader), `${layout} ${width}`).toBe(0)
        expect(await axeFindings(reader, `${layout} ${width}`)).toEqual([])
      }
      expect(await htmlFindings(await (await page.request.get(path)).text())).toEqual([])
      const names = await reader.locator('[rel=author]').allInnerTexts()
      const time = await reader.locator('.meta time').first().getAttribute('datetime')
      const view = await readerView(reader)
      expect(view).toMatchObject({ title: 'The gate is laid out anew', publishedTime: time })
      expect(view?.byline).toContain(names[0])
      const places = said.map((one) => view?.textContent.indexOf(one.trim()) ?? -1)
      expect(places, 'the text is whole, and in its order').toEqual(places.toSorted((a, b) => a - b))
      expect(places[0]).toBeGreaterThanOrEqual(0)
    })
  await test.step('of a gallery the pictures come first', async () => {
    await screen.panel.getByLabel('Layout').selectOption('gallery')
    await screen.publish()
    await reader.goto(await press.path(id))
    const tops = await Promise.all(['.across img', '.text p'].map((one) => reader.locator(one).first().boundingBox()))
    expect(tops[0]?.y).toBeLessThan(tops[1]?.y ?? 0)
  })
  expect(noise).toEqual([])
  await reader.context().close()
})

test('a few lines in the layout of a brief are read in a reader view, too', async ({ page, press }) => {
  await addSection(page, 'Shorts')
  const id = await begun(press, 'shorts', 'A lamp is lit')
  const screen = await onThePage(page, id)
  await screen.panel.getByLabel('Layout').selectOption('brief')
  await screen.publish()
  await page.goto(await press.path(id))
  const view = await readerView(page, 50)
  expect(view?.title).toBe('A lamp is lit')
  for (const one of said) expect(view?.textContent).toContain(one.trim())
})

test('kicker, who paid and what a machine made are told on the page, on lists, in the feed and to machines', async ({
  page,
  press,
}) => {
  await addSection(page, 'Labels')
  const [id, next] = [await begun(press, 'labels', 'Sail with Harl'), await begun(press, 'labels', 'Read me after it')]
  await press.publish(next)
  const screen = await onThePage(page, id)
  await fill(page, 'Kicker', 'k'.repeat(61))
  await expect(page.getByLabel('Kicker')).toHaveAccessibleDescription(/60 characters at most/)
  await expect(page.getByLabel('Kicker')).toHaveValue('k'.repeat(61))
  await fill(page, 'Kicker', 'On deck')
  await fill(page, 'Paid for by', 'Harl Ferries')
  await screen.panel.getByLabel('Made with AI').selectOption('both')
  const related = page.getByRole('combobox', { name: 'Related stories: find a story' })
  await related.fill('Read me')
  await page.getByRole('option', { name: /Read me after it/ }).click()
  await expect(screen.panel.getByRole('button', { name: 'Remove Read me after it' })).toBeVisible()
  expect(await axeFindings(page, 'the panel')).toEqual([])
  await screen.publish()
  const path = await press.path(id)
  await page.goto(path)
  const paid = page.getByText('Paid for by Harl Ferries')
  await expect(paid).toBeVisible()
  await expect(page.locator('header .kicker')).toHaveText('Labels / On deck')
  await expect(page.locator('.meta')).toContainText('Artificial intelligence was used')
  await expect(page.getByRole('region', { name: 'Related stories' })).toContainText('Read me after it')
  const json = await page.locator('script[type="application/ld+json"]').first().innerText()
  expect(JSON.parse(json)).toMatchObject({ '@type': 'AdvertiserContentArticle', sponsor: { name: 'Harl Ferries' } })
  await page.goto('/labels')
  await expect(paid.first()).toBeVisible()
  const feed = await (await page.request.get('/feed.xml')).text()
  expect(feed).toContain('<title>Paid for by Harl Ferries: Sail with Harl</title>')
  expect(await (await page.request.get('/news-sitemap.xml')).text()).not.toContain('Sail with Harl')
  await page.goto('/')
  await expect(page.locator('.lead h2').first()).not.toHaveText('Sail with Harl')
})

test('a story and its translation lead to each other once both are live, and not before', async ({ page, press }) => {
  await addSection(page, 'Tongues')
  const [original, translation] = [
    await begun(press, 'tongues', 'High tide'),
    await begun(press, 'tongues', 'Penllanw'),
  ]
  const path = await press.publish(original)
  const screen = await onThePage(page, translation)
  await fill(page, 'Language', 'Welsh')
  await expect(page.getByLabel('Language', { exact: true })).toHaveValue('cy')
  await page.getByRole('combobox', { name: 'Translation of: find a story' }).fill('High tide')
  await page.getByRole('option', { name: /High tide/ }).click()
  await expect(screen.panel.getByRole('button', { name: 'Remove High tide' })).toBeVisible()
  await screen.saved()
  expect(await (await page.request.get(path)).text()).not.toContain('Penllanw')
  await screen.publish()
  await page.goto(path)
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Penllanw')
  await expect(page.locator('article.story')).toHaveAttribute('lang', 'cy')
  await expect(page.locator('link[rel=alternate][hreflang]')).toHaveCount(2)
  expect(await axeFindings(page, 'the translation')).toEqual([])
  expect(await (await page.request.get('/sitemap.xml')).text()).toContain('hreflang="cy"')
  await press.withdraw(original)
  await page.reload()
  await expect(page.locator('.languages')).toHaveCount(0)
})

test('the way to pass a story on is a link, and copies the address where scripts run', async ({ page, press }) => {
  await addSection(page, 'Passing')
  const id = await begun(press, 'passing', 'Pass it on')
  const path = await press.publish(id)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(path)
  const link = page.locator('[data-copied]')
  await expect(link).toHaveAttribute('href', new RegExp(`${path}$`))
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }))
  await link.click()
  await expect(link).toHaveText('Link copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`${path}$`))
})
