import type { Page } from '@playwright/test'

import { mp4Of, pictures, silence } from '#lib/testing/clips/mp4'

import { axeFindings, overflow } from './support/axe'
import { pressKey } from './support/desk'
import { aCopy, aPictureFile, dropFiles, type PictureFile } from './support/pictures'
import { admin, expect, test } from './support/test'

test.use({ demo: true })

const cards = (page: Page) => page.getByRole('list', { name: 'Library' }).getByRole('listitem')
const card = (page: Page, name: string) => cards(page).filter({ has: page.getByRole('link', { name, exact: true }) })
const tray = (page: Page) => page.getByRole('region', { name: /adding|added/i })
const form = (page: Page) => page.getByRole('form', { name: 'What is said of it' })

/** Sends files by the picker and waits until the library has them. */
async function add(page: Page, ...files: PictureFile[]) {
  await page.goto('/desk/media')
  await page.getByLabel('Files for the library').setInputFiles(files)
  for (const { name } of files) await expect(card(page, name.replace(/\.\w+$/, ''))).toBeVisible()
}

async function open(page: Page, name: string) {
  await card(page, name).getByRole('link').click()
  await page.waitForURL(/\/desk\/media\/[0-9a-z]{12}$/)
  return page.url().slice(-12)
}

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
  await expect(tray(page).getByRole('listitem').filter({ hasText: 'map.svg' })).toContainText(/SVG|picture/)
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

test('what is said of a picture is saved; who saw an older one is shown what stands now, and loses nothing', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  await add(page, await aPictureFile('said.jpg', 12, { credit: 'N. Orrell' }))
  const id = await open(page, 'said')
  await expect(form(page).getByLabel('Credit')).toHaveAccessibleDescription('From the file.')
  const other = await page.context().newPage()
  await other.goto(`/desk/media/${id}`)
  await form(page).getByLabel('Alt text').fill('Gates at dusk')
  await form(page).getByLabel('Rights').selectOption('Under a licence')
  await form(page).getByLabel('May be shown until').fill('2026-01-02T03:04')
  await form(page).getByLabel('Keywords').fill('River, Gates, river')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(form(page).getByText('Saved.')).toBeVisible()
  await expect(page.getByText('Expired', { exact: true })).toBeVisible()
  await form(page).getByLabel('Caption').fill('Saved again from the same page')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Not saved yet')).toHaveCount(0)

  await form(other).getByLabel('Caption').fill('Typed meanwhile')
  await form(other).getByRole('button', { name: 'Save' }).click()
  await expect(form(other)).toContainText('Somebody else changed this meanwhile')
  await expect(form(other)).toContainText('Gates at dusk')
  await expect(form(other)).toContainText('Under a licence')
  await expect(form(other).getByLabel('Caption')).toHaveValue('Typed meanwhile')
  other.once('dialog', (dialog) => dialog.dismiss())
  await other.getByRole('link', { name: 'Topics' }).click()
  const leaving = other.getByRole('dialog', { name: 'What you changed is not saved' })
  await leaving.getByRole('button', { name: 'Stay here' }).click()
  await form(other).getByRole('button', { name: 'Save' }).click()
  await expect(form(other).getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(form(page).getByLabel('Caption')).toHaveValue('Typed meanwhile')
})

test('the focal point is dragged or moved by keys, and a crop is drawn; both are kept', async ({ page, enter }) => {
  await enter(page, admin)
  await add(page, await aPictureFile('cut.jpg', 13))
  await open(page, 'cut')
  const point = page.getByRole('button', { name: 'Focal point', exact: true })
  await point.focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowLeft')
  const box = (await point.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 60, { steps: 3 })
  await page.mouse.up()
  const told = await point.getAttribute('aria-describedby')
  const where = await page.locator(`[id="${told}"]`).innerText()
  expect(where).not.toContain('50 % from the top')
  await page.getByRole('button', { name: 'Draw a crop of 1:1' }).click()
  const dialog = page.getByRole('dialog', { name: 'Draw the crop of 1:1' })
  await expect(dialog.getByRole('button', { name: 'The part that is shown' })).toBeFocused()
  for (const key of ['-', '-', '-', 'ArrowRight', 'Shift+ArrowUp']) await page.keyboard.press(key)
  await dialog.getByRole('button', { name: 'Use this crop' }).click()
  const square = page.getByRole('list', { name: 'Shapes' }).getByRole('listitem').filter({ hasText: /^1:1/ })
  await expect(square).toContainText('Own crop')
  await page.getByRole('button', { name: 'Save the cut' }).click()
  await expect(page.getByRole('button', { name: 'Save the cut' })).toHaveCount(0)
  await page.reload()
  expect(await page.locator(`[id="${await point.getAttribute('aria-describedby')}"]`).innerText()).toBe(where)
  await expect(square).toContainText('Own crop')
  await page.getByRole('button', { name: 'Follow the focal point in 1:1' }).click()
  await page.getByRole('button', { name: 'Save the cut' }).click()
  await expect(page.getByRole('button', { name: 'Save the cut' })).toHaveCount(0)
})

test('a file takes another’s place under the same id', async ({ page, enter }) => {
  await enter(page, admin)
  await add(page, await aPictureFile('old.jpg', 14))
  await open(page, 'old')
  await expect(page.getByText('960 × 640 px')).toBeVisible()
  await page
    .getByLabel('File that takes its place')
    .setInputFiles(await aPictureFile('new.jpg', 15, { width: 900, height: 900 }))
  await expect(page.getByText('900 × 900 px')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'old' })).toBeVisible()
  await page.getByLabel('File that takes its place').setInputFiles({
    ...{ name: 'film.mp4', mimeType: 'video/mp4', buffer: film() },
  })
  await expect(page.getByText('a picture by a picture')).toBeVisible()
})

const film = () => mp4Of([pictures(), silence()])

test('a film is played, gets a poster and captions; its parts are sent by range', async ({ page, enter, request }) => {
  await enter(page, admin)
  const sent = { name: 'ferry.mp4', mimeType: 'video/mp4', buffer: film() }
  await add(page, sent, await aPictureFile('pier.jpg', 16))
  await page.getByRole('checkbox', { name: 'Select pier' }).check()
  await page.getByRole('button', { name: 'Edit it…' }).click()
  await page.getByRole('checkbox', { name: 'Rights' }).check()
  await page.getByRole('combobox', { name: 'Rights' }).last().selectOption('Our own')
  await page.getByRole('button', { name: 'Change it' }).click()
  await expect(page.getByText('1 selected. One was changed.')).toBeVisible()
  await expect(card(page, 'ferry')).toContainText('0:02')
  const id = await open(page, 'ferry')
  await expect(page.getByText('Stet does not transcode')).toBeVisible()
  await page.getByRole('combobox', { name: 'Choose a poster' }).fill('pier')
  await page.getByRole('option', { name: /^pier/ }).click()
  await expect(page.getByRole('button', { name: 'Take the poster away' })).toBeVisible()
  await expect(page.locator('video')).toHaveAttribute('poster', /thumb-640/)
  const captions = (text: string) => ({ name: 'ferry.vtt', mimeType: 'text/vtt', buffer: Buffer.from(text) })
  await page.getByLabel('File with captions').setInputFiles(captions('WEBVTT\n\nnonsense'))
  await expect(page.getByText(/^Line 3: /)).toBeVisible()
  await page.getByLabel('File with captions').setInputFiles(captions('WEBVTT\n\n00:00.000 --> 00:01.000\nAhoy.\n'))
  await expect(page.getByText('It has captions in en-GB.')).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.querySelector('video')?.textTracks[0]?.cues?.length)).toBe(1)

  const asked = (headers: Record<string, string>, file = 'clip') =>
    page.request.get(`/api/media/${id}/${file}`, { headers })
  const part = await asked({ range: 'bytes=0-3' })
  expect([part.status(), (await part.body()).length, part.headers()['content-type']]).toEqual([206, 4, 'video/mp4'])
  expect((await asked({ range: 'bytes=999999999-' })).status()).toBe(416)
  expect(await (await asked({}, 'captions')).text()).toContain('Ahoy.')
  expect((await asked({})).headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  expect((await request.get(`/api/media/${id}/clip`)).status()).toBe(401)
})

test('it is taken from readers, given back and deleted for good, each after one agreed', async ({ page, enter }) => {
  test.slow()
  await enter(page, admin)
  await add(page, await aPictureFile('shown.jpg', 17))
  const id = await open(page, 'shown')
  await form(page).getByLabel('Alt text').fill('Gates')
  await form(page).getByLabel('Rights').selectOption('Our own')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(form(page).getByText('Saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete shown…' }).click()
  await expect(page.getByRole('dialog')).toContainText('There is no way back.')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('button', { name: 'Take from readers in all stories…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take from readers' }).click()
  await page.getByRole('button', { name: 'Let readers have it again' }).click()
  await expect(page.getByRole('button', { name: 'Take from readers in all stories…' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete shown…' }).click()
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await page.waitForURL(/\/desk\/media(\?|$)/)
  await expect(card(page, 'shown')).toHaveCount(0)
  expect((await page.request.get(`/api/media/${id}/master`)).status()).toBe(404)
})

test('what live stories show is not deleted, and is taken from them by one act that lists them', async ({
  page,
  enter,
  press,
  request,
}) => {
  await enter(page, admin)
  await add(page, await aPictureFile('live.jpg', 20))
  const id = await open(page, 'live')
  await form(page).getByLabel('Alt text').fill('Gates')
  await form(page).getByLabel('Rights').selectOption('Our own')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(form(page).getByText('Saved.')).toBeVisible()
  const story = await press.draft()
  await press.illustrate(story, { media: id, alt: '', caption: '', credit: '', crop: '' })
  const path = await press.path(story)
  const isShown = async () => (await (await request.get(path)).text()).includes(`/media/${id}/`)
  expect(await isShown()).toBe(true)
  await page.reload()
  await expect(form(page).getByRole('button', { name: 'Save for readers' })).toBeVisible()
  await expect(page.getByText('so it cannot be deleted')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Where readers see it' }).locator(`a[href="${path}"]`)).toBeVisible()
  const states = page.getByRole('complementary', { name: 'About it' }).getByRole('paragraph').first()
  await expect(states).toHaveText('Live')
  await page.getByRole('button', { name: 'Take from readers in all stories…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take live from readers?' })
  await expect(dialog.locator(`a[href="${path}"]`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Take from readers' }).click()
  await expect(page.getByRole('button', { name: 'Let readers have it again' })).toBeVisible()
  await expect(states).toHaveText('Taken from readers')
  expect(await isShown()).toBe(false)
  await page.goto('/desk/media?show=live')
  await expect(card(page, 'live')).toHaveCount(0)
  await page.goBack()
  await page.getByRole('button', { name: 'Let readers have it again' }).click()
  await expect(states).toHaveText('Live')
  expect(await isShown()).toBe(true)
  await page.goto('/desk/media?show=live')
  await expect(card(page, 'live')).toContainText('Live')
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

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test.describe(`${colorScheme} at ${width}`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } })

    test('no screen of the library has a finding of axe, nor is wider than its window', async ({ page, enter }) => {
      test.slow()
      const check = async (where: string) => {
        expect(await axeFindings(page, where)).toEqual([])
        expect(await overflow(page), where).toBeLessThanOrEqual(0)
      }
      await enter(page, admin)
      await page.goto('/desk/media?q=zzzz')
      await check('nothing found')
      const film = { name: `axe-film-${width}.mp4`, mimeType: 'video/mp4', buffer: mp4Of([pictures(), silence()]) }
      await add(page, await aPictureFile(`axe-${width}.jpg`, width), film)
      await check('the grid with its tray')
      await cards(page).first().getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Edit it…' }).click()
      for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check()
      await check('editing many')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Close' }).click()
      for (const one of await cards(page)
        .getByRole('link', { name: new RegExp(`^axe.*${width}$`) })
        .all()) {
        const address = (await one.getAttribute('href')) ?? ''
        const opened = await page.context().newPage()
        await opened.goto(address)
        expect(await axeFindings(opened, address)).toEqual([])
        expect(await overflow(opened)).toBeLessThanOrEqual(0)
        await opened.close()
      }
      await page.goto('/desk/media?kind=picture')
      await open(page, `axe-${width}`)
      await page.getByRole('button', { name: 'Draw a crop of 4:5' }).click()
      await check('drawing a crop')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Take from readers in all stories…' }).click()
      await check('asking')
    })
  })
