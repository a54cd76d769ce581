import { axeFindings } from './support/axe'
import { act, addressOf, begin, bodyOf, called, dialogOf, publish, reader, saved } from './support/pages'
import { admin, expect } from './support/test'
import { test } from './support/two'

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
