import { axeFindings, overflow } from './support/axe'
import { act, addressOf, begin, bodyOf, called, dialogOf, publish, reader, saved } from './support/pages'
import { expect } from './support/test'
import { test } from './support/two'

test('a page and a menu wait for their hour as they were approved, and are taken off the schedule', async ({
  page,
  press,
  addPerson,
  enter,
}) => {
  test.slow()
  const title = called('House rules')
  await enter(page, await addPerson({ role: 'editor' }))
  await begin(page, title)
  const id = page.url().split('/').at(-1)!
  await bodyOf(page).click()
  await page.keyboard.type('Be kind.')
  await saved(page)
  const set = async () => {
    await act(page, 'Schedule…')
    await dialogOf(page).getByRole('textbox', { name: 'When' }).fill('tomorrow 6am')
    await dialogOf(page)
      .getByRole('button', { name: /^Schedule for tomorrow 06:00/ })
      .click()
    await expect(dialogOf(page)).toHaveCount(0)
  }
  await set()
  await expect(page.getByRole('banner')).toContainText('tomorrow 06:00')
  await act(page, 'Another hour or version…')
  await expect(dialogOf(page)).toContainText('This comes in the place of what')
  expect(await axeFindings(page, 'another hour')).toEqual([])
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
  await page.goto('/desk/pages')
  await expect(page.getByRole('row', { name: title })).toContainText('tomorrow 06:00')
  await page.getByRole('link', { name: title }).click()
  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Or not.')
  await saved(page)
  await expect(page.getByRole('banner')).toContainText('an earlier draft')
  const { width, height } = page.viewportSize()!
  await page.setViewportSize({ width: 390, height })
  await expect(page.getByText('an earlier draft')).toBeInViewport({ ratio: 1 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width, height })
  const other = await reader(page)
  expect((await other.goto(addressOf(title)))?.status()).toBe(404)
  await press.hastenDraft(`page:${id}`)
  await expect(async () => expect((await other.goto(addressOf(title)))?.status()).toBe(200)).toPass()
  await expect(other.getByText('Be kind.')).toBeVisible()
  await expect(other.getByText('Or not.')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('Readers see revision 1')
  await expect(page.getByRole('banner')).toContainText('Changes wait')
  await page.goto('/desk/menus/top')
  await page.getByRole('button', { name: 'Add an entry…' }).click()
  await dialogOf(page).getByRole('button', { name: title }).click()
  await saved(page)
  await set()
  await act(page, 'Take the schedule off…')
  await dialogOf(page).getByRole('button', { name: 'Take it off' }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByRole('banner')).not.toContainText('tomorrow')
  await set()
  await press.hastenDraft('menu:top')
  const link = other.getByRole('banner').getByRole('link', { name: title })
  await expect(async () => {
    await other.goto('/')
    await expect(link).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.reload()
  await act(page, 'Back to what the rule makes…')
  await dialogOf(page).getByRole('button', { name: 'Take it from readers' }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  await other.context().close()
})

test('an entry is dragged, given other words and taken back; on a phone a long menu can be reached to its end', async ({
  page,
  addPerson,
  enter,
}) => {
  test.slow()
  await enter(page, await addPerson({ role: 'editor' }))
  await page.goto('/desk/menus')
  expect(await axeFindings(page, 'menus')).toEqual([])
  await page.goto('/desk/menus/main')
  const entries = page.getByRole('list', { name: 'Entries' })
  for (const place of ['All topics', 'Corrections', 'Site map', 'RSS feed', 'Search']) {
    await page.getByRole('button', { name: 'Add an entry…' }).click()
    await dialogOf(page).getByLabel('It leads to').selectOption('place')
    await dialogOf(page).getByRole('button', { name: place }).click()
  }
  const names = () => entries.getByRole('listitem').allInnerTexts()
  await entries.getByRole('listitem').filter({ hasText: 'Search' }).dragTo(entries.getByRole('listitem').first())
  expect((await names())[0]).toContain('Search')
  await entries.getByRole('button', { name: /^Site map of the site/ }).click()
  await page.getByLabel('Words for Site map').fill('Everything there is, from A to Z')
  await page.keyboard.press('Enter')
  await entries.getByRole('button', { name: /^RSS feed/ }).focus()
  await page.keyboard.press('Delete')
  await expect(entries).not.toContainText('RSS feed')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(entries).toContainText('RSS feed')
  await publish(page)
  const phone = await page
    .context()
    .browser()!
    .newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  const other = await phone.newPage()
  await other.goto('/')
  const bar = other.getByRole('navigation', { name: 'Sections' })
  const last = bar.getByRole('link', { name: 'RSS', exact: true })
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport()
  await expect(bar.getByRole('link', { name: 'Everything there is, from A to Z' })).toHaveCount(1)
  expect(await overflow(other)).toBeLessThanOrEqual(0)
  await act(page, 'Back to what the rule makes…')
  await dialogOf(page).getByRole('button', { name: 'Take it from readers' }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  await other.goto('/')
  await expect(bar.getByRole('link', { name: 'Everything there is, from A to Z' })).toHaveCount(0)
  await phone.close()
})

test('a menu is made by keys alone, and what is pressed while words are typed is pressed', async ({
  page,
  addPerson,
  enter,
}) => {
  await enter(page, await addPerson({ role: 'editor' }))
  await page.goto('/desk/menus/footer')
  const column = page.getByRole('region', { name: /^Column / }).last()
  const entries = column.getByRole('listitem')
  const before = await entries.count()
  for (const place of ['Archive', 'Corrections']) {
    await column.getByRole('button', { name: 'Add an entry…' }).click()
    await dialogOf(page).getByLabel('It leads to').selectOption('A page that the site always has')
    await dialogOf(page).getByRole('button', { name: place }).click()
    await expect(dialogOf(page)).toHaveCount(0)
  }
  const [archive, corrections] = [
    entries.nth(before).locator('.menu-name'),
    entries.nth(before + 1).locator('.menu-name'),
  ]
  await archive.press('Enter')
  await page.keyboard.type('Old papers')
  await page.keyboard.press('Enter')
  await expect(archive).toHaveText(/^Old papers/)
  await expect(archive).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(entries).toHaveCount(before + 1)
  await expect(archive).toHaveText(/^Corrections/)
  await expect(archive).toBeFocused()
  await expect(corrections).toHaveCount(0)
  await archive.click()
  await expect(column.getByRole('textbox', { name: 'Words for Corrections' })).toBeFocused()
  await column.getByRole('button', { name: 'Add an entry…' }).click()
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
  await archive.press('Delete')
  await expect(entries).toHaveCount(before)
  await saved(page)
})
