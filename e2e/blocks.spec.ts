import type { Page } from '@playwright/test'

import { addSection, type EditScreen, editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

test.beforeEach(async ({ page, enter }) => enter(page, admin))

const video = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
const frame = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'
const blocksOf = (screen: EditScreen) => screen.body.locator(':scope > *')

/** Pastes what a spreadsheet puts on the clipboard. */
async function pasteKinds(page: Page, kinds: Record<string, string>, key = 'Control+v') {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((kinds) => {
    const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })])
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }, kinds)
  await page.keyboard.press(key)
}

/** A draft that lacks nothing but its text. */
async function begun(page: Page, section: string, headline: string) {
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.fit(headline, section, admin.name)
  await screen.body.click()
  return { screen, address }
}

test('typed as in Markdown, a line becomes what it says, and words their marks', async ({ page }) => {
  const screen = editScreen(page)
  await screen.begin()
  await screen.body.click()
  await screen.keys('## Two', 'Enter', '### Three', 'Enter', '- one', 'Enter', 'Enter', '1. first', 'Enter', 'Enter')
  await screen.keys('> said', 'Enter', 'Enter', '---', 'A **bold** and _slanted_ word.')
  const { body } = screen
  await expect(body.locator('h2')).toHaveText('Two')
  await expect(body.locator('h3')).toHaveText('Three')
  await expect(body.locator('ul li')).toHaveText('one')
  await expect(body.locator('ol li')).toHaveText('first')
  await expect(body.locator('blockquote p')).toHaveText('said')
  await expect(body.locator('hr')).toHaveCount(1)
  await expect(body.locator('strong')).toHaveText('bold')
  await expect(body.locator('em')).toHaveText('slanted')
  await expect(body.locator(':scope > p')).toHaveText('A bold and slanted word.')
  await screen.keys('Enter', '/divider', 'Enter', 'After it.', 'Enter', 'Control+Shift+L', 'Words')
  await expect(body.locator('hr')).toHaveCount(2)
  await expect(body.locator('.pull')).toContainText('Words')
})

test('an embed, a table and a correction, made by keys, reach readers; the video is asked for by a click alone', async ({
  page,
  context,
}) => {
  await addSection(page, 'Locks')
  const other = await begun(page, 'Locks', 'Gate four sticks')
  await other.screen.keys('It stuck.')
  await other.screen.publish()

  const { screen } = await begun(page, 'Locks', 'Locks hold')
  const blocks = blocksOf(screen)
  await screen.keys('They held.', 'Enter')
  await screen.paste(video)
  await expect(blocks).toHaveCount(3)
  await page.keyboard.press('Control+z')
  await expect(blocks.nth(1)).toHaveText(video)
  await page.keyboard.press('Control+y')
  await expect(page.getByRole('group', { name: 'Video from YouTube' })).toContainText(video)
  await page.getByRole('textbox', { name: 'Caption of the video' }).fill('The locks that night')
  await page.keyboard.press('Enter')

  await screen.keys('/embed', 'Enter', 'https://elsewhere.example/1', 'Enter')
  await expect(screen.dialog.getByRole('textbox')).toHaveAccessibleDescription(/^This leads to no video/)
  await screen.dialog.getByRole('textbox').fill('https://vm.tiktok.com/ZM1')
  await page.keyboard.press('Enter')
  await expect(screen.dialog.getByRole('textbox')).toHaveAccessibleDescription(/short address/)
  await screen.dialog.getByRole('textbox').fill('https://x.com/HarlCourier/status/12')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Post from X' })).toContainText('Readers get a link')

  await screen.keys(
    '/table',
    'Enter',
    'Gate',
    'Tab',
    'Metres',
    'Tab',
    'Since',
    'Tab',
    'Four',
    'Tab',
    '5.8',
    'Tab',
    '1953',
  )
  await screen.keys('Tab', 'Five', 'Tab', '6.1', 'Tab', '1987', 'Tab', 'Six', 'Shift+Tab', 'Enter')
  const table = page.getByRole('group', { name: 'Table' })
  await expect(table.locator('tr')).toHaveCount(4)
  await table.getByRole('button', { name: 'Column after' }).click()
  await expect(table.locator('tr').first().locator('td')).toHaveCount(4)
  await page.keyboard.press('Control+z')
  await expect(table.locator('tr').first().locator('td')).toHaveCount(3)
  await table.getByText('Six').click()
  await table.getByRole('button', { name: 'Delete row' }).click()
  await expect(table.locator('tr')).toHaveCount(3)
  await table.getByRole('textbox', { name: 'Caption of the table' }).fill('High water')
  await table.getByText('Five').click()
  await screen.keys('Enter', '/correction', 'Enter', 'It was gate four.')
  await page.getByRole('combobox', { name: 'Kind of note' }).selectOption('Clarification')
  await page.getByLabel('Dated').fill('2026-05-12T08:12')
  await screen.body.locator('.correction p, .correction [data-node-view-content]').last().click()
  await screen.keys('ArrowDown', '/also', 'Enter', 'Gate fo', 'Enter')
  await expect(page.getByRole('group', { name: 'Also read' })).toContainText('Gate four sticks')
  await screen.saved()
  await page.reload()
  await expect(table.locator('td')).toHaveText([
    'Gate',
    'Metres',
    'Since',
    'Four',
    '5.8',
    '1953',
    'Five',
    '6.1',
    '1987',
  ])
  await screen.publish()

  const asked: string[] = []
  await context.route(/^https:/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<p>Film</p>' })
  })
  const answer = await page.goto('/locks/locks-hold')
  expect(answer?.headers()['content-security-policy']).toMatch(
    /; frame-ancestors 'none'; frame-src https:\/\/www\.youtube-nocookie\.com$/,
  )
  const grid = page.getByRole('table', { name: 'High water' })
  await expect(grid.getByRole('columnheader')).toHaveText(['Gate', 'Metres', 'Since'])
  await expect(grid.getByRole('cell')).toHaveText(['Four', '5.8', '1953', 'Five', '6.1', '1987'])
  await expect(page.getByRole('note', { name: 'Clarification' })).toHaveText(
    'Clarification, 12 May 2026, 08:12. It was gate four.',
  )
  await expect(page.getByRole('link', { name: 'See it on X' })).toHaveAttribute(
    'href',
    'https://x.com/HarlCourier/status/12',
  )
  await expect(page.getByRole('link', { name: 'See it on YouTube' })).toHaveAttribute('href', video)
  const load = page.getByRole('button', { name: 'Load video from YouTube' })
  const before = await load.evaluate((button) => button.closest('figure')?.getBoundingClientRect().height)
  expect(asked).toEqual([])
  await load.click()
  const film = page.getByTitle('Video from YouTube: The locks that night')
  await expect(film).toHaveAttribute('src', frame)
  await expect(film.contentFrame().getByText('Film')).toBeVisible()
  expect(asked).toEqual([frame])
  expect(await film.evaluate((frame) => frame.closest('figure')?.getBoundingClientRect().height)).toBe(before)

  await screen.open(other.address)
  await screen.panel.getByRole('button', { name: 'Withdraw…' }).click()
  await screen.dialog.getByRole('textbox').first().fill('It was not so.')
  await screen.dialog.getByRole('button', { name: /^Withdraw/ }).click()
  await expect(screen.bar).toContainText('Withdrawn')
  await page.goto('/locks/locks-hold')
  await expect(page.getByText('It was gate four.')).toBeVisible()
  await expect(page.getByText('Gate four sticks')).toHaveCount(0)
})

test('cells of a spreadsheet become a table, from HTML and from text; pasted as text they stay text', async ({
  page,
}) => {
  const screen = editScreen(page)
  await screen.begin()
  await screen.body.click()
  const html =
    '<html><body><table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup><tr><td colspan="2" height="17" align="left"><b>Hinges</b></td></tr><tr><td>One</td><td align="right" sdval="12" sdnum="1033;">12</td></tr><tr><td>Two<br>b</td><td></td></tr></table></body></html>'
  await pasteKinds(page, { 'text/html': html, 'text/plain': 'Hinges\t\nOne\t12\nTwo\t' })
  const table = screen.body.locator('table').first()
  await expect(table.locator('tr')).toHaveCount(3)
  await expect(table.locator('td')).toHaveText(['Hinges', '', 'One', '12', /^Two\s?b$/, ''])
  await page.keyboard.press('Control+End')
  await pasteKinds(page, { 'text/plain': 'Gate\tMetres\nFour\t"5.8\nor so"' })
  await expect(screen.body.locator('table').nth(1).locator('td')).toHaveText(['Gate', 'Metres', 'Four', '5.8 or so'])
  await page.keyboard.press('Control+End')
  await pasteKinds(page, { 'text/plain': 'Gate\tMetres\nFour\t5.8' }, 'Control+Shift+v')
  await expect(screen.body.locator('table')).toHaveCount(2)
  await expect(screen.body.locator(':scope > p').last()).toHaveText('Four 5.8')
  await screen.saved()
})

test('by its grip a block is moved, turned into another, copied and deleted, each with undo', async ({ page }) => {
  const screen = editScreen(page)
  const blocks = blocksOf(screen)
  await screen.begin()
  await screen.body.click()
  await screen.keys('One', 'Enter', 'Two', 'Enter', 'Three')
  const grip = page.getByRole('button', { name: /^Block:/ })
  const choose = async (name: string) => page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
  await blocks.nth(0).hover()
  await grip.click()
  await expect(page.getByRole('menu')).toHaveCSS('font-family', /^"Stet Desk"/)
  await choose('Move down')
  await expect(blocks).toHaveText(['Two', 'One', 'Three'])
  await page.keyboard.press('Control+z')
  await expect(blocks).toHaveText(['One', 'Two', 'Three'])
  await blocks.nth(1).hover()
  await grip.click()
  await choose('Turn into…')
  await choose('Sub-head')
  await expect(screen.body.locator('h2')).toHaveText('Two')
  await page.keyboard.press('Control+z')
  await expect(screen.body.locator('h2')).toHaveCount(0)

  const ids = () => blocks.evaluateAll((all) => all.map((one) => one.getAttribute('data-id')))
  const [one, two, three] = await ids()
  await blocks.nth(2).hover()
  await grip.hover()
  await page.mouse.down()
  const box = (await blocks.nth(0).boundingBox())!
  await page.mouse.move(box.x + 20, box.y + box.height)
  // In the first half of the words: before them.
  await page.mouse.move(box.x + 2, box.y + 4)
  await page.mouse.up()
  await expect(blocks).toHaveText(['Three', 'One', 'Two'])
  expect(await ids()).toEqual([three, one, two])
  await page.keyboard.press('Control+z')
  await expect(blocks).toHaveText(['One', 'Two', 'Three'])

  await blocks.nth(0).hover()
  await grip.click()
  await choose('Duplicate')
  await expect(blocks).toHaveText(['One', 'One', 'Two', 'Three'])
  await blocks.nth(1).hover()
  await grip.press('Enter')
  await choose('Delete')
  await expect(blocks).toHaveText(['One', 'Two', 'Three'])
  await blocks.nth(2).hover()
  await grip.click()
  await choose('Insert below…')
  await screen.keys('tabl', 'Enter', 'Cell')
  await expect(screen.body.locator('table td').first()).toHaveText('Cell')
})
