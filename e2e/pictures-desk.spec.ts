import type { Locator, Page } from '@playwright/test'

import { type EditScreen, editScreen } from './support/desk'
import { aPictureFile, dropFiles, type PictureFile } from './support/pictures'
import { admin, expect, test } from './support/test'

test.beforeEach(async ({ page, enter }) => enter(page, admin))

const pictures = (page: Page) => page.getByRole('group', { name: /^Picture / })
const picture = (page: Page, name: string) => page.getByRole('group', { name: `Picture ${name}`, exact: true })
const line = (block: Locator, name: 'Caption' | 'Credit' | 'Alt text') =>
  block.getByRole('textbox', { name: `${name} of the picture` })
const tray = (page: Page) => page.getByRole('list', { name: 'Files on their way' })

/** Answers the browser's dialog for files, which the dialog's button opens. */
async function upload(screen: EditScreen, ...files: PictureFile[]) {
  const choosing = screen.page.waitForEvent('filechooser')
  await screen.dialog.getByRole('button', { name: 'Upload…' }).click()
  await (await choosing).setFiles(files)
}

/** A draft with words in it and the caret behind them. */
async function begun(page: Page, words = 'They held.') {
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.body.click()
  await page.keyboard.type(words)
  return { screen, address }
}

test('a picture comes into the text by the slash menu; what is typed under it is its own, and stays', async ({
  page,
}) => {
  const { screen } = await begun(page)
  await screen.keys('Enter', '/picture', 'Enter')
  await upload(screen, await aPictureFile('jetty one.jpg', 5))
  const block = picture(page, 'jetty one')
  await expect(block.locator('img')).toHaveJSProperty('complete', true)
  await expect(block).toContainText('This picture is not cleared')
  await expect(block).toContainText('This picture has no alt text')
  await line(block, 'Alt text').fill('A jetty at low water')
  await expect(block).not.toContainText('no alt text')
  await line(block, 'Caption').fill('The jetty in May')
  await page.keyboard.press('Enter')
  await screen.keys('It stood.')
  await expect(screen.body.locator(':scope > p').last()).toHaveText('It stood.')
  await block.getByRole('button', { name: 'Wide' }).click()
  await expect(block).toHaveAttribute('data-wide')
  const problem = screen.panel.getByRole('button', { name: /^Show: A picture is not cleared/ })
  await problem.click()
  await expect(block).toHaveClass(/block-selected/)
  await screen.saved()
  await page.reload()
  await expect(line(block, 'Caption')).toHaveValue('The jetty in May')
  await expect(line(block, 'Alt text')).toHaveValue('A jetty at low water')
  await block.getByRole('button', { name: 'Remove' }).click()
  await expect(pictures(page)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(line(block, 'Caption')).toHaveValue('The jetty in May')
})

test('the server’s page keeps a picture’s place: nothing leaps when the editor is there', async ({ page }) => {
  const { screen, address } = await begun(page)
  await screen.keys('Enter', '/picture', 'Enter')
  await upload(screen, await aPictureFile('jetty two.jpg', 6, { width: 700, height: 900 }))
  await expect(picture(page, 'jetty two')).toBeVisible()
  await page.keyboard.press('Control+End')
  await screen.keys('After it.')
  await screen.saved()
  // Until its scripts are let through, the page is as the server made it.
  const held: (() => void)[] = []
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await new Promise<void>((go) => held.push(go))
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  const frame = page.locator('.part-body .picture-frame:visible')
  const after = page.locator('.part-body:visible').getByText('After it.')
  await expect(after).toBeVisible()
  const [first, below] = [await frame.boundingBox(), await after.boundingBox()]
  await page.unroute(/\/_next\/static\/.*\.js/)
  for (const go of held) go()
  await expect(line(picture(page, 'jetty two'), 'Caption')).toBeVisible()
  expect(await frame.boundingBox()).toEqual(first)
  expect(await after.boundingBox()).toEqual(below)
})

test('pictures dropped together stand in their order where they fell, and a text among them is read', async ({
  page,
}) => {
  const { screen } = await begun(page, 'First.')
  await screen.keys('Enter', 'Last.')
  const files = [
    await aPictureFile('jetty three.jpg', 7),
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('From the notes.') },
    await aPictureFile('jetty four.jpg', 8),
  ]
  await dropFiles(screen.body.getByText('First.'), files)
  await expect(pictures(page)).toHaveCount(2)
  await expect(screen.body).toContainText('From the notes.')
  await expect(tray(page).getByRole('listitem')).toHaveCount(0)
  const named = await pictures(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  expect(named).toEqual(['Picture jetty three', 'Picture jetty four'])
  await page.keyboard.press('Control+z')
  await expect(screen.body.getByText('Last.')).toBeVisible()
  await screen.saved()
})

test('what the library does not take is told in its words, and leaves nothing in the text', async ({ page }) => {
  const { screen } = await begun(page)
  const file = {
    name: 'jetty.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  }
  await dropFiles(screen.body.getByText('They held.'), [file])
  const told = tray(page).getByRole('listitem')
  await expect(told).toContainText('jetty.svg did not come in.')
  await told.getByRole('button', { name: 'Try again' }).click()
  await expect(told.getByRole('button', { name: 'Try again' })).toBeVisible()
  await told.getByRole('button', { name: 'Close' }).click()
  await expect(tray(page)).toBeHidden()
  await expect(pictures(page)).toHaveCount(0)
})

test('a gallery is made of the library’s pictures, put in another order by keys, and grows', async ({ page }) => {
  const { screen } = await begun(page)
  await dropFiles(screen.body.getByText('They held.'), [
    await aPictureFile('jetty five.jpg', 9),
    await aPictureFile('jetty six.jpg', 10),
  ])
  await expect(pictures(page)).toHaveCount(2)
  for (const _ of [1, 2]) await pictures(page).first().getByRole('button', { name: 'Remove' }).click()
  await page.keyboard.press('Control+End')
  await screen.keys('/gallery', 'Enter')
  const { dialog } = screen
  await dialog.getByRole('textbox').fill('jetty fi')
  await dialog.getByRole('button', { name: /^jetty five/ }).click()
  await dialog.getByRole('textbox').fill('jetty si')
  await dialog.getByRole('button', { name: /^jetty six/ }).click()
  await dialog.getByRole('button', { name: 'Put in 2 pictures' }).click()
  const gallery = page.getByRole('group', { name: 'Gallery' })
  const named = () =>
    gallery.getByRole('group').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.slice(8)))
  await expect.poll(named).toEqual(['jetty five', 'jetty six'])
  await gallery.getByRole('textbox', { name: 'Title of the gallery' }).fill('Jetties')
  await picture(page, 'jetty six').locator('img').click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(named).toEqual(['jetty six', 'jetty five'])
  await picture(page, 'jetty six').getByRole('button', { name: 'Later' }).click()
  await expect.poll(named).toEqual(['jetty five', 'jetty six'])
  await gallery.getByRole('button', { name: 'Add pictures…' }).click()
  await upload(screen, await aPictureFile('jetty seven.jpg', 11))
  await expect.poll(named).toEqual(['jetty five', 'jetty six', 'jetty seven'])
  await expect(gallery).toContainText('3 pictures')
  await picture(page, 'jetty five').getByRole('button', { name: 'Remove' }).click()
  await expect.poll(named).toEqual(['jetty six', 'jetty seven'])
  await page.keyboard.press('Control+z')
  await expect.poll(named).toEqual(['jetty five', 'jetty six', 'jetty seven'])
  await screen.saved()
  await page.reload()
  await expect.poll(named).toEqual(['jetty five', 'jetty six', 'jetty seven'])
})

test('the main picture is chosen, cut for its place by keys, given words of its own, and taken away', async ({
  page,
}) => {
  const { screen } = await begun(page)
  const { panel, dialog } = screen
  await panel.getByRole('button', { name: 'Choose a picture…' }).click()
  await upload(screen, await aPictureFile('jetty eight.jpg', 12))
  await expect(panel).toContainText('jetty eight')
  await panel.getByRole('textbox', { name: 'Caption' }).fill('At the head')
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Crop…' }).click()
  await dialog.getByRole('button', { name: 'The bottom right corner' }).focus()
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowUp', 'ArrowUp']) await page.keyboard.press(key)
  await expect(dialog.getByRole('status')).toHaveText('90% of its width, 89% of its height')
  await dialog.getByRole('button', { name: 'Show this part' }).click()
  await expect(panel.getByRole('button', { name: 'Change the crop…' })).toBeVisible()
  await panel.getByRole('button', { name: /^Show: The main picture is not cleared/ }).click()
  await expect(panel.getByRole('button', { name: 'Change…' })).toBeFocused()
  await screen.saved()
  await page.reload()
  await expect(panel.getByRole('textbox', { name: 'Caption' })).toHaveValue('At the head')
  await expect(panel.getByRole('button', { name: 'Change the crop…' })).toBeVisible()
  await panel.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(panel.getByRole('button', { name: 'Choose a picture…' })).toBeVisible()
})
