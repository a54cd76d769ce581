import type { Page } from '@playwright/test'

import { pressKey } from './support/desk'
import { add, card, cards, form, open } from './support/library'
import { aCopy, aPictureFile, dropFiles, type PictureFile, tray } from './support/pictures'
import { admin, expect, test } from './support/test'

test.use({ demo: true })

async function paste(page: Page, { name, mimeType, buffer }: PictureFile) {
  await page.evaluate(
    ([name, type, base64]) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }))
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [name, mimeType, buffer.toString('base64')] as const,
  )
}

test('files are chosen, dropped and pasted; each says how it went, and one that is there already is told', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  await page.goto('/desk/media')
  const photo = await aPictureFile('gates-one.jpg', 1, { credit: 'N. Orrell' })
  await add(page, photo, await aPictureFile('gates-two.jpg', 2))
  await expect(card(page, 'gates-one')).toContainText('N. Orrell')
  await expect(card(page, 'gates-two')).toContainText('No credit')
  await expect(card(page, 'gates-one')).toContainText('Not cleared')
  await expect(card(page, 'gates-one')).toContainText('No alt text')
  await dropFiles(page.locator('main'), [await aPictureFile('gates-three.jpg', 3)])
  await paste(page, await aCopy(photo, 'gates-again.jpg'))
  await expect(card(page, 'gates-three')).toBeVisible()
  await expect(card(page, 'gates-again')).toContainText('You have this one')
  await expect(tray(page)).toContainText('You have this one: gates-one')
  await dropFiles(page.locator('main'), [{ name: 'map.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }])
  await expect(tray(page)).toContainText('1 not added')
  await expect(page.getByRole('button', { name: 'Send map.svg again' })).toBeVisible()
  // Above those that went well, where it is seen.
  await expect(tray(page).getByRole('listitem').first()).toContainText(/map\.svg.*picture/s)
  // It stays while one goes about in the library.
  await page.getByRole('link', { name: 'gates-two', exact: true }).first().click()
  await expect(form(page)).toBeVisible()
  await expect(tray(page)).toBeVisible()
  await tray(page).getByRole('button', { name: 'Close' }).click()
  await expect(tray(page)).toHaveCount(0)
})

test('a file on its way is stopped and leaves nothing; one that the server did not hear of is sent again', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  await page.goto('/desk/media')
  const name = 'halfway.jpg'
  await page.route('**/api/uploads**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue().catch(() => {})
  })
  await page.getByLabel('Files for the library').setInputFiles(await aPictureFile(name, 4))
  await page.getByRole('button', { name: `Stop adding ${name}` }).click()
  await expect(tray(page)).toHaveCount(0)
  await page.unroute('**/api/uploads**')
  await page.route('**/api/uploads**', (route) => route.fulfill({ status: 422, body: '{"message":"Not today."}' }))
  await page.getByLabel('Files for the library').setInputFiles(await aPictureFile(name, 4))
  await expect(tray(page)).toContainText('Not today.')
  await page.unroute('**/api/uploads**')
  await page.getByRole('button', { name: `Send ${name} again` }).click()
  await expect(card(page, 'halfway')).toHaveCount(1)
})

test('the library is searched and narrowed, each list an address; what is empty says so and leads out', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  await add(page, await aPictureFile('weir.jpg', 5, { credit: 'Edda Lornequist' }), await aPictureFile('mill.jpg', 6))
  await page.goto('/desk/media')
  await pressKey(page, '/')
  await page.keyboard.type('edda LORNEQ')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=edda/)
  await expect(cards(page)).toHaveCount(1)
  await page.getByLabel('Rights').selectOption('Our own')
  await page.waitForURL(/rights=owned/)
  await expect(page.getByText('Nothing here has “edda LORNEQ”.')).toBeVisible()
  await page.getByRole('link', { name: 'Clear the filters' }).click()
  await expect(card(page, 'mill')).toBeVisible()
  await page.getByRole('link', { name: /^Expired/ }).click()
  await expect(page.getByText('Nothing has expired.')).toBeVisible()
  await page.getByRole('link', { name: /^No alt text/ }).click()
  await page.waitForURL(/show=no-alt/)
  await expect(card(page, 'weir')).toBeVisible()
  await page.getByLabel('From').fill('2031-01-01')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('Nothing here is like that.')).toBeVisible()
})

test('by keys one goes about in the grid, selects and opens', async ({ page, enter }) => {
  await enter(page, admin)
  await add(page, ...(await Promise.all([7, 8, 9].map((seed) => aPictureFile(`key-${seed}.jpg`, seed)))))
  await page.goto('/desk/media?q=key')
  const links = cards(page).getByRole('link')
  await pressKey(page, 'ArrowRight')
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('End')
  await expect(links.nth(2)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'What is selected' })).toContainText('2 selected')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'What is selected' })).toHaveCount(0)
  const name = await links.nth(2).innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByRole('link', { name: 'Library', exact: true }).last().click()
  await page.waitForURL('**/desk/media?q=key')
})

test('many are edited at once; those that one may not change say why', async ({
  page,
  addPerson,
  enter,
  browser,
  server,
}) => {
  const writer = await addPerson({ role: 'writer' })
  const hers = await (await browser.newContext({ baseURL: server.baseUrl })).newPage()
  await enter(page, admin)
  await add(page, await aPictureFile('bulk-his.jpg', 10))
  await enter(hers, writer)
  await add(hers, await aPictureFile('bulk-hers.jpg', 11))
  await hers.goto('/desk/media?q=bulk')
  await hers.getByRole('checkbox', { name: 'Select bulk-hers' }).check()
  await hers.getByRole('button', { name: 'Select all shown' }).click()
  await hers.getByRole('button', { name: 'Edit all 2…' }).click()
  const dialog = hers.getByRole('dialog', { name: 'Edit 2 at once' })
  await dialog.getByRole('checkbox', { name: 'Rights' }).check()
  await dialog.getByRole('combobox', { name: 'Rights' }).selectOption('Agency, by contract')
  await dialog.getByRole('checkbox', { name: 'Licence address' }).check()
  await dialog.getByRole('textbox', { name: 'Licence address' }).fill('example.com')
  await dialog.getByRole('button', { name: 'Change all 2' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Licence address' })).toHaveAccessibleDescription(
    /begins with https/,
  )
  await dialog.getByRole('textbox', { name: 'Licence address' }).fill('https://agency.example/terms')
  await dialog.getByRole('button', { name: 'Change all 2' }).click()
  await expect(dialog).toContainText('One was changed.')
  await expect(dialog).toContainText('bulk-his: Only who put it here, and editors')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(card(hers, 'bulk-hers')).toContainText('Agency, by contract')
  await expect(card(hers, 'bulk-his')).toContainText('Not cleared')
})

test('a contributor has of the library what is theirs', async ({ page, addPerson, enter, browser, server }) => {
  const admins = await (await browser.newContext({ baseURL: server.baseUrl })).newPage()
  await enter(admins, admin)
  await add(admins, await aPictureFile('not-yours.jpg', 18))
  const id = await open(admins, 'not-yours')
  await enter(page, await addPerson({ role: 'contributor' }))
  await page.goto('/desk/media')
  await expect(page.getByText('Nothing of yours is in the library yet.')).toBeVisible()
  await add(page, await aPictureFile('yours.jpg', 19))
  await expect(cards(page)).toHaveCount(1)
  expect((await page.goto(`/desk/media/${id}`))?.status()).toBe(404)
  for (const file of ['thumb-320', 'master'])
    expect((await page.request.get(`/api/media/${id}/${file}`)).status()).toBe(404)
})
