import { randomBytes } from 'node:crypto'

import type { Page } from '@playwright/test'

import { axeFindings, overflow } from './support/axe'
import { htmlFindings } from './support/html'
import { add, clear, form } from './support/library'
import { aPictureFile, lineOf, picture } from './support/pictures'
import { admin, expect } from './support/test'
import { test } from './support/two'

const called = (what: string) => `${what} ${randomBytes(3).toString('hex')}`
const addressOf = (title: string) => `/${title.toLowerCase().replaceAll(' ', '-')}`
const saved = (page: Page) => expect(page.locator('[data-save=saved]')).toBeVisible()
const dialogOf = (page: Page) => page.getByRole('dialog')
const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

async function begin(page: Page, title: string) {
  await page.goto('/desk/pages')
  await page.getByRole('button', { name: /^New page…/ }).click()
  await dialogOf(page).getByLabel('Title').fill(title)
  await dialogOf(page).getByRole('button', { name: 'Begin the page' }).click()
  await expect(bodyOf(page)).toBeVisible()
}

async function publish(page: Page) {
  await saved(page)
  await page.getByRole('button', { name: /^Publish…/ }).click()
  await dialogOf(page)
    .getByRole('button', { name: /^Publish now/ })
    .click()
  await expect(dialogOf(page)).toHaveCount(0)
}

async function act(page: Page, item: string) {
  await page.getByRole('button', { name: 'More acts' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const reader = async (page: Page) => (await page.context().browser()!.newContext()).newPage()

test('an editor writes a page and puts it in the footer; readers have both once they are published @postgres', async ({
  page,
  addPerson,
  enter,
}) => {
  test.slow()
  const title = called('About us')
  const path = addressOf(title)
  await enter(page, await addPerson({ role: 'editor' }))
  await begin(page, title)
  await page.getByLabel('Standfirst').fill('Who makes this paper.')
  await bodyOf(page).click()
  await page.keyboard.type('Five people and a cat.\n## How to find us\nAt the quay.', { delay: 5 })
  await saved(page)
  const other = await reader(page)
  expect((await other.goto(path))?.status()).toBe(404)
  await page.getByRole('button', { name: /^Publish…/ }).click()
  await expect(dialogOf(page)).toContainText(`Readers will find it at ${path}.`)
  await expect(dialogOf(page)).toContainText('Five people and a cat.')
  expect(await axeFindings(page, 'what changes')).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByRole('banner')).toContainText('Readers see revision 1')
  await expect(page.getByRole('banner')).toContainText('As live')
  expect((await other.goto(path))?.status()).toBe(200)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(other.getByRole('heading', { level: 2, name: 'How to find us' })).toBeVisible()
  await expect(other.getByText('Five people and a cat.')).toBeVisible()
  // It stands in no menu by itself.
  await expect(other.locator('footer').getByRole('link', { name: title })).toHaveCount(0)
  await page.goto('/desk/menus')
  await page.getByRole('link', { name: 'Footer' }).click()
  const column = page.getByRole('region', { name: 'Column The paper' })
  await column.getByRole('button', { name: 'Add an entry…' }).click()
  await dialogOf(page).getByRole('button', { name: title }).click()
  const row = column.getByRole('button', { name: new RegExp(`^${title} page$`) })
  await expect(row).toBeVisible()
  await row.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(row).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'is number 5 of 6 under The paper' })).toHaveCount(1)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('region', { name: 'Column Follow' })).toContainText(title)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(column).toContainText(title)
  expect(await axeFindings(page, 'a menu')).toEqual([])
  await saved(page)
  await other.goto('/')
  await expect(other.locator('footer').getByRole('link', { name: title })).toHaveCount(0)
  await page.getByRole('button', { name: /^Publish…/ }).click()
  await expect(dialogOf(page).getByRole('list', { name: 'What changes' })).toContainText(title)
  await dialogOf(page)
    .getByRole('button', { name: /^Publish now/ })
    .click()
  await expect(dialogOf(page)).toHaveCount(0)
  await other.goto('/')
  await other.locator('footer').getByRole('link', { name: title }).click()
  await expect(other).toHaveURL(path)
  await expect(other.locator('footer').getByRole('link', { name: title })).toHaveAttribute('aria-current', 'page')
  // Taken from readers it is in no menu, and its address says so.
  await page.goto('/desk/pages')
  await page.getByRole('link', { name: title }).click()
  await act(page, 'Take it from readers…')
  await dialogOf(page).getByLabel('Note to readers').fill('We are moving.')
  await dialogOf(page).getByRole('button', { name: 'Take it from readers' }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  expect((await other.goto(path))?.status()).toBe(410)
  await expect(other.getByText('We are moving.')).toBeVisible()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('We have taken this page down')
  await expect(other.locator('footer').getByRole('link', { name: title })).toHaveCount(0)
  await page.goto('/desk/menus/footer')
  await act(page, 'Back to what the rule makes…')
  await dialogOf(page).getByRole('button', { name: 'Take it from readers' }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  await other.context().close()
})

test('readers see the picture of a page once it is published, and no more once its time is over or the page is deleted', async ({
  page,
  addPerson,
  enter,
}) => {
  test.slow()
  const [name, title] = [called('desk').replace(' ', '-'), called('Our rooms')]
  await enter(page, await addPerson({ role: 'editor' }))
  await add(page, await aPictureFile(`${name}.jpg`, 31, { width: 1500, height: 1000 }))
  await begin(page, title)
  await bodyOf(page).click()
  await page.keyboard.type('Here we work.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/picture')
  await page.keyboard.press('Enter')
  await dialogOf(page)
    .getByRole('button', { name: new RegExp(name) })
    .click()
  const block = picture(page, name)
  await expect(block).toContainText('is not cleared')
  await lineOf(block, 'Caption').fill('The room at night.')
  await saved(page)
  await page.getByRole('button', { name: /^Publish…/ }).click()
  await expect(dialogOf(page)).toContainText('A picture is not cleared: say on what ground we show it.')
  await expect(dialogOf(page).getByRole('button', { name: /^Publish now/ })).toBeDisabled()
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
  const address = page.url()
  const id = await clear(page, name)
  await form(page).getByLabel('Alt text').fill('A room with desks')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(form(page).getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', new URL(address).pathname)
  await page.goto(address)
  await expect(block.getByRole('img')).toBeVisible()
  expect(await axeFindings(page, 'a page with a picture')).toEqual([])
  await act(page, 'Preview…')
  const shown = page.frameLocator('iframe').getByRole('img', { name: 'A room with desks' })
  await expect(shown).toBeVisible()
  expect(await shown.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(0)
  await dialogOf(page).getByRole('button', { name: 'Close' }).click()
  const other = await reader(page)
  await publish(page)
  await other.goto(addressOf(title))
  const img = other.getByRole('img', { name: 'A room with desks' })
  await expect(img).toBeVisible()
  await expect(other.getByText('The room at night.')).toBeVisible()
  const file = new URL((await img.getAttribute('src'))!, other.url()).pathname
  const status = async () => (await other.request.get(file)).status()
  expect([await status(), await axeFindings(other, 'a page of readers’ with a picture')]).toEqual([200, []])
  expect(await htmlFindings(await (await other.request.get(addressOf(title))).text())).toEqual([])
  await page.goto(`/desk/media/${id}`, { waitUntil: 'networkidle' })
  await form(page).getByLabel('May be shown until').fill('yesterday')
  await form(page).getByLabel('When that is over').selectOption({ index: 1 })
  await form(page).getByRole('button', { name: 'Save for readers' }).click()
  await expect.poll(status).toBe(404)
  await other.reload()
  await expect(img).toHaveCount(0)
  await expect(other.getByText('Here we work.')).toBeVisible()
  await page.reload()
  await form(page).getByLabel('May be shown until').fill('')
  await form(page).getByRole('button', { name: /^Save/ }).click()
  await expect.poll(status).toBe(200)
  await page.goto(address)
  await act(page, 'Take it from readers…')
  await dialogOf(page).getByRole('button', { name: 'Take it from readers' }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  expect(await status()).toBe(404)
  await act(page, 'Delete…')
  await dialogOf(page).getByRole('button', { name: 'Delete the page' }).click()
  await expect(page).toHaveURL('/desk/pages')
  await page.goto(`/desk/media/${id}`)
  await expect(page.getByText('Nothing shows it.')).toBeVisible()
  await other.context().close()
})

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

test('a new address leads the old one on; an earlier version comes back; a draft is previewed and deleted', async ({
  page,
  addPerson,
  enter,
}) => {
  test.slow()
  const title = called('Contact')
  await enter(page, await addPerson({ role: 'editor' }))
  await begin(page, title)
  await bodyOf(page).click()
  await page.keyboard.type('Ring twice.')
  await saved(page)
  expect(await axeFindings(page, 'a page')).toEqual([])
  await act(page, 'Preview…')
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('Ring twice.')).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Close' }).click()
  await publish(page)
  const [old, moved] = [addressOf(title), `${addressOf(title)}-x`]
  await page.getByLabel('Address').fill(moved.slice(1))
  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Or once.')
  await publish(page)
  const other = await reader(page)
  const answer = await other.request.get(old, { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([301, moved])
  await act(page, 'History…')
  await dialogOf(page)
    .getByRole('button', { name: /^Revision 1/ })
    .click()
  await dialogOf(page).getByRole('button', { name: 'Restore revision 1 into the draft' }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(bodyOf(page)).toHaveText('Ring twice.')
  await expect(page.getByLabel('Address')).toHaveValue(old.slice(1))
  await page.getByLabel('Address').fill('topics')
  await expect(page.getByText('“topics” is an address of the site itself.')).toBeVisible()
  await page.getByRole('button', { name: /^Publish…/ }).click()
  await expect(dialogOf(page).getByRole('button', { name: /^Publish now/ })).toBeDisabled()
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
  expect((await (await other.request.get(moved)).text()).includes('Ring twice. Or once.')).toBe(true)
  await begin(page, called('Nobody may know'))
  await act(page, 'Delete…')
  await dialogOf(page).getByRole('button', { name: 'Delete the page' }).click()
  await expect(page).toHaveURL('/desk/pages')
  expect(await axeFindings(page, 'pages')).toEqual([])
  await expect(page.getByText('Nobody may know')).toHaveCount(0)
  await other.context().close()
})

test('of two editors each keeps what they wrote; where both changed the same, the later one chooses', async ({
  page,
  addPerson,
  enter,
  browserOf,
}) => {
  test.slow()
  const title = called('Privacy')
  await enter(page, await addPerson({ role: 'editor' }))
  await begin(page, title)
  await bodyOf(page).click()
  await page.keyboard.type('One.\nTwo.')
  await saved(page)
  const colleague = await addPerson({ role: 'editor' })
  const others = await browserOf(colleague)
  await others.goto(page.url())
  await expect(bodyOf(others)).toContainText('Two.')
  await bodyOf(page).getByText('Two.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Mine.')
  await others.getByLabel('Standfirst').fill('Theirs.')
  await saved(page)
  await saved(others)
  // What the other has written comes onto the screen, the caret stays.
  await page.bringToFront()
  await expect(page.getByLabel('Standfirst')).toHaveValue('Theirs.', { timeout: 15_000 })
  await page.keyboard.type(' More.')
  await expect(bodyOf(page)).toContainText('Two. Mine. More.')
  await saved(page)
  await expect(bodyOf(others)).toContainText('Two. Mine. More.', { timeout: 15_000 })
  await others.route('**/desk/pages/**', (route) => route.abort())
  await bodyOf(others).getByText('One.').click()
  await others.keyboard.press('End')
  await others.keyboard.type(' Theirs.')
  await expect(others.locator('[data-save=unreached]')).toBeVisible()
  await bodyOf(page).getByText('One.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Ours.')
  await saved(page)
  await others.unroute('**/desk/pages/**')
  const dialog = dialogOf(others)
  await expect(dialog).toContainText('has changed the same meanwhile', { timeout: 15_000 })
  await expect(dialog).toContainText('One. Theirs.')
  await expect(dialog).toContainText('One. Ours.')
  await dialog.getByRole('radio', { name: 'Yours' }).check()
  await dialog.getByRole('button', { name: 'Go on with these' }).click()
  await saved(others)
  await others.reload()
  await expect(bodyOf(others)).toContainText('One. Theirs.')
  await expect(bodyOf(others)).toContainText('Two. Mine. More.')
  await others.context().close()
})

test('who does not edit the whole paper finds neither pages nor menus, and no draft of them', async ({
  page,
  addPerson,
  enter,
  browserOf,
}) => {
  const title = called('Unknown')
  const chief = await browserOf(admin)
  await begin(chief, title)
  const id = chief.url().split('/').at(-1)!
  for (const access of [{ role: 'writer' }, { role: 'editor', sections: '' }] as const) {
    await page.context().clearCookies()
    await enter(page, await addPerson(access))
    await page.goto('/desk')
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Pages' })).toHaveCount(0)
    for (const path of [
      '/desk/pages',
      `/desk/pages/${id}`,
      '/desk/menus',
      '/desk/menus/footer',
      `/preview/pages/${id}`,
    ])
      expect((await page.goto(path))?.status(), path).toBe(404)
  }
  await page.context().clearCookies()
  for (const path of [addressOf(title), `/preview/pages/${id}`])
    expect((await page.goto(path))?.status(), path).toBe(404)
  await chief.context().close()
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
