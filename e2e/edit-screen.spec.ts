import type { Page } from '@playwright/test'

import { overflow } from './support/axe'
import { addSection, editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

test.beforeEach(async ({ page, enter }) => enter(page, admin))

/** Pastes HTML where the caret is, as from another page. */
async function pasteHtml(page: Page, html: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(
    (html) => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) })]),
    html,
  )
  await page.keyboard.press('Control+v')
}

test('the address that an editor agrees to is the one that readers get', async ({ page }) => {
  await addSection(page, 'Tides')
  const screen = editScreen(page)
  await screen.begin()
  const slug = screen.panel.getByLabel('Slug', { exact: true })
  await screen.type(screen.headline, 'Gates close')
  await expect(slug).toHaveValue('gates-close')
  await screen.chooseSection('Tides')
  await screen.addByline(admin.name)
  await screen.type(screen.body, 'At five.')
  await screen.type(screen.headline, ' late')
  await expect(slug).toHaveValue('gates-close-late')
  await screen.bar.getByRole('button', { name: /^Publish…/ }).click()
  await expect(screen.dialog).toContainText('/tides/gates-close-late')
  await screen.dialog.getByRole('button', { name: /^Publish now/ }).click()
  await expect(screen.dialog).toContainText('Live at /tides/gates-close-late')
})

test('a slug that is typed is made one, and follows the headline no more until it is emptied', async ({ page }) => {
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.headline, 'Gates close')
  const slug = screen.panel.getByLabel('Slug', { exact: true })
  await slug.fill('Über the Gates!')
  await slug.press('Enter')
  await expect(slug).toHaveValue('ueber-the-gates')
  await expect(slug).toHaveAccessibleDescription(/^Lower-case|^Follows/)
  await screen.type(screen.headline, ' early')
  await screen.saved()
  await page.reload()
  await expect(slug).toHaveValue('ueber-the-gates')
  await slug.fill('')
  await slug.press('Enter')
  await expect(slug).toHaveValue('gates-close-early')
})

test('a page whose blocks have ids and numbers of their own is pasted all the same', async ({ page }) => {
  const screen = editScreen(page)
  await screen.begin()
  await screen.body.click()
  await pasteHtml(page, '<p data-id="article/2024:77 x">The gates held.</p><ol start="99999999"><li>Twice</li></ol>')
  await expect(screen.body).toContainText('The gates held.')
  await expect(screen.body.getByRole('listitem')).toHaveText('Twice')
  await screen.saved()
  await page.reload()
  await expect(screen.body).toContainText('The gates held.')
})

test('the doctor’s undo takes back what the doctor did, never what was written since', async ({ page }) => {
  const screen = editScreen(page)
  const opening = 'The gates were closed at five, an hour before high water, and held all night, the keepers said.'
  await screen.begin()
  await screen.body.click()
  await screen.paste([opening, 'He said "so" and “so”.', 'You may also like', 'Island cheese takes a prize'].join('\n'))
  const { panel } = screen
  await panel.getByRole('tab', { name: /^Paste/ }).click()
  await panel.getByRole('button', { name: 'Look through this text' }).click()
  await panel.getByRole('button', { name: 'Mend them' }).click()
  await expect(screen.body).toContainText('He said “so” and “so”.')
  const undo = panel.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await screen.type(screen.body, ' Written since.')
  await expect(undo).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(screen.body).not.toContainText('Written since.')
  await undo.click()
  await expect(screen.body).toContainText('He said "so" and “so”.')
})

test('a field that could not be saved offline is saved as soon as the server can be reached', async ({
  page,
  context,
}) => {
  const screen = editScreen(page)
  const address = await screen.begin()
  const dateline = screen.panel.getByLabel('Dateline')
  await context.setOffline(true)
  await dateline.fill('Carrow Quay')
  await dateline.press('Enter')
  await expect(dateline).toHaveAccessibleDescription('On this device only')
  await context.setOffline(false)
  await expect(dateline).toHaveAccessibleDescription('')
  await screen.open(address)
  await expect(dateline).toHaveValue('Carrow Quay')
})

test('words are found and replaced in headline and text, by keys, and one undo gives them back', async ({ page }) => {
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.headline, 'Weir holds')
  const length = screen.panel.getByLabel('Commissioned length')
  await length.fill('1,000 words')
  await length.press('Enter')
  await screen.type(screen.body, 'The weir held. ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('We')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('irs hold, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.')
  await page.keyboard.press('Control+Home')
  await expect(length).toHaveAccessibleDescription('6 of 1,000 words: 994 under.')
  await expect(page.getByRole('complementary', { name: 'In this story' })).toContainText('6 of 1,000')
  await page.keyboard.press('Control+/')
  await expect(screen.dialog).toContainText('Find and replace')
  await page.keyboard.press('Escape')
  await expect(screen.body).toBeFocused()
  await page.keyboard.press('Control+Shift+f')
  await expect(screen.panel).toBeHidden()
  await expect(screen.body).toBeFocused()
  await page.keyboard.press('Control+Shift+f')
  await expect(screen.panel).toBeVisible()

  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search', { name: 'In this story' })
  const told = bar.getByRole('status')
  await expect(bar.getByLabel('Find')).toBeFocused()
  await page.keyboard.type('weir')
  await expect(told).toHaveText('2 of 3')
  await expect(page.locator('.found-now')).toHaveText('weir')
  await page.keyboard.press('Enter')
  await expect(page.locator('.found-now')).toHaveText(['We', 'ir'])
  await page.keyboard.press('F3')
  await expect(told).toHaveText('1 of 3')
  await page.keyboard.press('Shift+Enter')
  await expect(told).toHaveText('3 of 3')
  await bar.getByLabel('Whole word').check()
  await expect(told).toHaveText('1 of 2')

  await bar.getByLabel('Regular expression').check()
  await bar.getByLabel('Find').fill('(we')
  await expect(bar.getByLabel('Find')).toHaveAccessibleDescription(/no expression: unterminated group/)
  await bar.getByLabel('Find').fill('(a+)+b')
  await expect(bar.getByLabel('Find')).toHaveAccessibleDescription(/takes too long/)
  await bar.getByLabel('Whole word').uncheck()
  await bar.getByLabel('Find').fill('(w)e(irs?)')
  await expect(told).toHaveText('1 of 3')

  await page.keyboard.press('Control+h')
  await bar.getByLabel('Replace with').fill('$1hist$2')
  await bar.getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(screen.headline).toHaveText('Whistir holds')
  await expect(told).toHaveText('1 of 2')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(told).toHaveText('2 replaced')
  await expect(screen.body).toContainText('The whistir held. Whistirs hold')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await screen.body.click()
  await page.keyboard.press('Control+z')
  await expect(screen.body).toContainText('The weir held. Weirs hold')
  await expect(screen.headline).toHaveText('Whistir holds')
})

test('a long headline, its slug and a long link leave the screen as wide as its window', async ({ page }) => {
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(
    screen.headline,
    'Barrier deal signed after engineers warned that its gates were failing. '.repeat(2),
  )
  await screen.type(screen.body, 'Papers')
  await screen.saved()
  await screen.keys('Control+a', 'Control+k', `https://example.org/${'papers/'.repeat(40)}`, 'Enter')
  const card = page.getByRole('group', { name: 'Link at the caret' })
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await screen.body.getByRole('link').click()
    await expect(card).toBeInViewport({ ratio: 1 })
    expect(await overflow(page), `${width} pixels`).toBe(0)
  }
})
