import type { Page } from '@playwright/test'

import { pressKey } from './support/desk'
import { testLooks } from './support/looks'
import { admin, expect, test } from './support/test'

test.use({ demo: true })

/** Stories on one address of the list. */
const pageSize = 50
const rows = (page: Page) => page.locator('tr[data-story]')
const row = (page: Page, headline: string | RegExp) => rows(page).filter({ hasText: headline })
const chip = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Which stories' }).getByRole('link', { name: new RegExp(`^${name} [\\d,]+$`) })
const countOf = async (page: Page, name: string) => Number((await chip(page, name).innerText()).match(/\d+$/)?.[0])

/** Chooses from the menu of the first row that holds the headline. */
async function act(page: Page, headline: string, name: string) {
  await row(page, headline)
    .first()
    .getByRole('button', { name: `Acts on ${headline}` })
    .click()
  await page.getByRole('menuitem', { name }).click()
}

test('every list is an address that shows as many stories as its chip says', async ({ page, enter }) => {
  await enter(page, admin)
  await page.goto('/desk/stories')
  for (const name of ['Draft', 'In review', 'Ready', 'Live', 'Changes wait', 'Withdrawn', 'Waiting for me']) {
    const count = await countOf(page, name)
    expect(count, name).toBeGreaterThan(0)
    await chip(page, name).click()
    await expect(chip(page, name)).toHaveAttribute('aria-current', 'true')
    const shown = Math.min(count, pageSize)
    await expect(rows(page)).toHaveCount(shown)
    await page.reload()
    await expect(rows(page)).toHaveCount(shown)
  }
  await expect(row(page, 'Council leader to answer questions')).toContainText('In review')
  await expect(row(page, 'Council leader to answer questions')).toContainText('Not published')
})

test('the list is narrowed by section, writer, topic and headline; what is empty says so and leads out', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  await page.goto('/desk/stories')
  await page.getByLabel('Section').selectOption('Politics')
  await page.waitForURL(/\?section=\w+$/)
  await expect(rows(page)).toHaveCount(await countOf(page, 'All'))
  for (const one of await rows(page).all()) await expect(one).toContainText('Politics')
  await page.getByLabel('Writer').selectOption('Tom Haskey')
  await page.waitForURL(/section=.*writer=/)
  for (const one of await rows(page).all()) await expect(one).toContainText('Tom Haskey')
  await page.goBack()
  await expect(page.getByLabel('Writer')).toHaveValue('')
  await expect(page.getByLabel('Section')).not.toHaveValue('')

  await pressKey(page, '/')
  await page.keyboard.type('barrier COUNC')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=barrier/)
  await expect(rows(page)).toHaveCount(1)
  await page.goto('/desk/stories?show=withdrawn&q=hinje')
  await expect(page.getByText('No story here has “hinje”.')).toBeVisible()
  await page.getByRole('link', { name: 'Clear the filters' }).click()
  // Other tests may have withdrawn some, too.
  await expect(rows(page).first()).toBeVisible()
  await expect(rows(page)).toHaveCount(await countOf(page, 'Withdrawn'))
  await page.getByLabel('Topic').selectOption('Flooding')
  await page.goto(page.url().replace('show=withdrawn', 'show=live'))
  expect(await countOf(page, 'Live')).toBeGreaterThan(1)
})

test('without JavaScript the list is narrowed by a button', async ({ browser, server, enter }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseUrl })).newPage()
  await enter(page, admin)
  await page.goto('/desk/stories?show=live')
  await page.getByLabel('Section').selectOption('Sport')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(rows(page)).toHaveCount(await countOf(page, 'Live'))
  for (const one of await rows(page).all()) await expect(one).toContainText('Sport')
})

test('by keys one moves, takes a story to its next step, and opens it', async ({ page, enter }) => {
  await enter(page, admin)
  await page.goto('/desk/stories?show=review')
  const count = await countOf(page, 'In review')
  const ready = await countOf(page, 'Ready')
  const links = rows(page).getByRole('link')
  await pressKey(page, 'j')
  await expect(links.first()).toBeFocused()
  await pressKey(page, 'j')
  await expect(links.nth(1)).toBeFocused()
  await pressKey(page, 'k')
  await expect(links.first()).toBeFocused()
  await pressKey(page, 's')
  await expect(rows(page)).toHaveCount(count - 1)
  expect(await countOf(page, 'Ready')).toBe(ready + 1)
  await pressKey(page, 'j')
  await expect(links.first()).toBeFocused()
  const href = await links.first().getAttribute('href')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${href}`)
})

test('a new story is begun by the key N and opened; a duplicate stands beside its original', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  await page.goto('/desk/stories')
  const count = await countOf(page, 'All')
  await pressKey(page, 'n')
  await page.waitForURL(/\/desk\/stories\/[0-9a-z]{12}$/)
  await page.goto('/desk')
  await expect(page.getByRole('table', { name: 'My drafts' }).getByText('No headline yet')).toBeVisible()

  const headline = 'Wendmouth wool auction closes for good after 204 years'
  await page.goto('/desk/stories?q=wool+auction')
  await act(page, headline, 'Duplicate')
  await page.waitForURL(/\/desk\/stories\/[0-9a-z]{12}$/)
  await page.goto('/desk/stories?q=wool+auction')
  await expect(row(page, headline)).toHaveCount(2)
  await expect(row(page, headline).filter({ hasText: 'Draft' })).toContainText('Not published')
  await page.goto('/desk/stories')
  expect(await countOf(page, 'All')).toBe(count + 2)
})

test('a spiked story leaves the lists, by Undo and by Restore it comes back; a live one stays', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  await page.goto('/desk/stories')
  const headline = 'Harl have until the end of July to find £46,000 for lights'
  await act(page, headline, 'Spike')
  await expect(row(page, headline)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, headline)).toHaveCount(1)
  await act(page, headline, 'Spike')
  await expect(row(page, headline)).toHaveCount(0)
  await chip(page, 'Spiked').click()
  await act(page, headline, 'Restore')
  await expect(page.getByText('The spike is empty.')).toBeVisible()
  await chip(page, 'All').click()
  await expect(row(page, headline)).toHaveCount(1)

  const live = 'The man who drew the tram’s face'
  await page.goto('/desk/stories?q=drew+the+tram')
  await act(page, live, 'Spike')
  await expect(page.getByText('Readers have this story. Withdraw it first.')).toBeVisible()
  await expect(row(page, live)).toHaveCount(1)
})

test('an assigned story stands on the writer’s desk, who may hand it in and assigns nothing', async ({
  page,
  browser,
  server,
  addPerson,
  enter,
}) => {
  const kit = await addPerson({ role: 'contributor' })
  const kits = await (await browser.newContext({ baseURL: server.baseUrl })).newPage()
  await enter(kits, kit)
  await kits.goto('/desk/stories')
  await expect(kits.getByText('No stories yet.')).toBeVisible()

  await enter(page, admin)
  await page.goto('/desk/stories?show=draft')
  const headline = 'The island picture house opens twice a month, if the generator agrees'
  await act(page, headline, 'Assign')
  const dialog = page.getByRole('dialog', { name: 'Assign story' })
  await dialog.getByLabel('To', { exact: true }).selectOption(kit.name)
  await dialog.getByRole('button', { name: 'Assign' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: `Acts on ${headline}` })).toBeFocused()
  await expect(row(page, headline)).toContainText(kit.name)

  await kits.goto('/desk')
  const own = kits.getByRole('table', { name: 'Assigned to me' })
  await expect(own.getByRole('link', { name: headline })).toBeVisible()
  await own.getByRole('button', { name: `Acts on ${headline}` }).click()
  await expect(kits.getByRole('menuitem')).toHaveText([/^Hand in/, 'Duplicate', 'Spike'])
  await kits.getByRole('menuitem', { name: 'Hand in' }).click()
  await expect(own.getByRole('row', { name: headline })).toContainText('In review')
})

test('older stories are at an address of their own, none lost and none twice', async ({ page, enter }) => {
  await enter(page, admin)
  await page.goto('/desk/stories?show=all')
  const all = await countOf(page, 'All')
  expect(all).toBeGreaterThan(pageSize)
  const ids = () => rows(page).evaluateAll((list) => list.map((one) => one.getAttribute('data-story')))
  const seen = await ids()
  while (seen.length < all) {
    const before = page.url()
    await page.getByRole('link', { name: 'Older stories' }).click()
    await page.waitForURL((url) => url.search.includes('after=') && url.href !== before)
    await expect(rows(page)).toHaveCount(Math.min(pageSize, all - seen.length))
    await page.reload()
    seen.push(...(await ids()))
  }
  expect(new Set(seen).size).toBe(all)
  await page.getByRole('link', { name: 'Back to the newest' }).click()
  await expect(rows(page)).toHaveCount(pageSize)
})

testLooks('no screen of the desk has a finding of axe, nor is wider than its window', async ({ page, check }) => {
  for (const path of ['/desk', '/desk/stories?q=zzz&show=live', '/desk/topics', '/desk/topics?id=new']) {
    await page.goto(path)
    await check(path)
  }
  await page.getByRole('link', { name: 'All topics' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'County budget' }).click()
  await check('a topic')
  await page.goto('/desk/stories?show=ready')
  await pressKey(page, 'j')
  await check('the list, a row focused')
  await rows(page).first().getByRole('button').click()
  await check('a row’s menu')
  await page.getByRole('menuitem', { name: 'Assign…' }).click()
  await check('assigning')
})

test('the desk tells the newsroom’s time, and one’s own where that is another, as both go on', async ({
  browser,
  enter,
}) => {
  const page = await (await browser.newContext({ timezoneId: 'Asia/Kolkata' })).newPage()
  await enter(page, admin)
  await page.clock.install({ time: new Date('2026-11-30T10:00:30Z') })
  await page.goto('/desk')
  await expect(page.getByText('Newsroom time; yours is 15:30')).toBeVisible()
  await page.clock.fastForward('02:00')
  await expect(page.getByText('Newsroom time; yours is 15:32')).toBeVisible()
  await page.context().close()
})
