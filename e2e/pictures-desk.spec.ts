import type { Page } from '@playwright/test'

import { addSection, editScreen } from './support/desk'
import { aFilmFile } from './support/library'
import { aPictureFile, dropFiles, lineOf, picture, pictures, tray, upload } from './support/pictures'
import { admin, expect, test } from './support/test'

test.beforeEach(async ({ page, enter }) => enter(page, admin))

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
  await lineOf(block, 'Alt text').fill('A jetty at low water')
  await expect(block).not.toContainText('no alt text')
  await lineOf(block, 'Caption').fill('The jetty in May')
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
  await expect(lineOf(block, 'Caption')).toHaveValue('The jetty in May')
  await expect(lineOf(block, 'Alt text')).toHaveValue('A jetty at low water')
  await block.getByRole('button', { name: 'Remove' }).click()
  await expect(pictures(page)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(lineOf(block, 'Caption')).toHaveValue('The jetty in May')
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
  await expect(pictures(page)).toHaveCount(2, { timeout: 30_000 })
  await expect(screen.body).toContainText('From the notes.')
  await expect(tray(page).getByRole('listitem')).toHaveCount(0)
  const named = () => pictures(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  await expect.poll(named).toEqual(['Picture jetty three', 'Picture jetty four'])
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
  await expect(told).toContainText('Not added')
  await told.getByRole('button', { name: 'Send jetty.svg again' }).click()
  await expect(told.getByRole('button', { name: 'Send jetty.svg again' })).toBeVisible()
  await told.getByRole('button', { name: 'Take jetty.svg off this list' }).click()
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
  await expect(dialog.getByRole('button', { name: /^jetty five/ })).toContainText('Not cleared')
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
  const frameOf = async (name: string) => (await picture(page, name).locator('.picture-frame').boundingBox())!
  const [from, onto] = [await frameOf('jetty six'), await frameOf('jetty five')]
  await page.mouse.move(from.x + 50, from.y + 50)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y + 60, { steps: 4 })
  await page.mouse.move(onto.x + 20, onto.y + 60, { steps: 8 })
  await page.mouse.up()
  await expect.poll(named).toEqual(['jetty six', 'jetty five'])
  await page.keyboard.press('Control+z')
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

test('files that fall on a gallery come into it: beside the picture that they fall on, else at its end', async ({
  page,
}) => {
  const { screen } = await begun(page)
  await screen.keys('Enter', '/gallery', 'Enter')
  await upload(screen, await aPictureFile('pier one.jpg', 41))
  const gallery = page.getByRole('group', { name: 'Gallery' })
  const named = () =>
    gallery.getByRole('group').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.slice(8)))
  await expect.poll(named).toEqual(['pier one'])
  const first = picture(page, 'pier one')
  await dropFiles(first.getByRole('button', { name: 'Remove' }), [
    await aPictureFile('pier two.jpg', 42),
    await aPictureFile('pier three.jpg', 43),
  ])
  await expect.poll(named).toEqual(['pier one', 'pier two', 'pier three'])
  await dropFiles(first.getByRole('button', { name: 'Earlier' }), [await aPictureFile('pier four.jpg', 44)])
  await expect.poll(named).toEqual(['pier four', 'pier one', 'pier two', 'pier three'])
  await dropFiles(gallery.getByRole('textbox', { name: 'Title of the gallery' }), [
    aFilmFile('pier film.mp4'),
    await aPictureFile('pier five.jpg', 45),
  ])
  await expect.poll(named).toEqual(['pier four', 'pier one', 'pier two', 'pier three', 'pier five'])
  const film = page.getByRole('group', { name: 'Film pier film' })
  await expect(film).toBeVisible()
  const blocks = screen.body.locator(':scope > .node-gallery + .node-clip')
  await expect(blocks).toContainText('pier film')
  await gallery.getByRole('textbox', { name: 'Title of the gallery' }).fill('Piers')
  await screen.panel.getByRole('button', { name: 'Show: Picture 3 of the gallery “Piers” is not cleared' }).click()
  await expect(picture(page, 'pier two')).toHaveClass(/block-selected/)
  await screen.saved()
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
  await expect(dialog.getByRole('status')).toContainText('90% of its width, 89% of its height')
  await dialog.getByRole('button', { name: 'Use this crop' }).click()
  await panel.getByRole('button', { name: 'Change the crop…' }).click()
  await dialog.getByRole('radio', { name: '1:1', exact: true }).press('Space')
  await expect(dialog.getByRole('status')).toContainText('59.3% of its width, 89% of its height')
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: '4:5' })).toBeChecked()
  await dialog.getByRole('radio', { name: '1:1', exact: true }).press('Space')
  await dialog.getByRole('button', { name: 'Smaller' }).click()
  await dialog.getByRole('button', { name: 'Use this crop' }).click()
  const ratio = () => panel.locator('.picture-frame').evaluate((one) => one.style.getPropertyValue('--ratio'))
  await expect.poll(async () => Number(await ratio()).toFixed(2)).toBe('1.00')
  await panel.getByRole('button', { name: /^Show: The main picture is not cleared/ }).click()
  await expect(panel.getByRole('button', { name: 'Change…' })).toBeFocused()
  await screen.saved()
  await page.reload()
  await expect(panel.getByRole('textbox', { name: 'Caption' })).toHaveValue('At the head')
  await expect(panel.getByRole('button', { name: 'Change the crop…' })).toBeVisible()
  await panel.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(panel.getByRole('button', { name: 'Choose a picture…' })).toBeVisible()
})

test('what waits for a picture is told at its block and in the checks, until the library says otherwise; then readers get it', async ({
  page,
}) => {
  await addSection(page, 'Piers')
  const { screen } = await begun(page, '')
  await screen.fit('Jetty nine stands', 'Piers', admin.name)
  await screen.type(screen.body, 'It stood.')
  await screen.keys('Enter', '/picture', 'Enter')
  await upload(screen, await aPictureFile('jetty nine.jpg', 13))
  const block = picture(page, 'jetty nine')
  await lineOf(block, 'Alt text').fill('A jetty at low water')
  const show = screen.panel.getByRole('button', { name: /^Show: A picture is not cleared/ })
  await expect(show).toBeVisible()
  await screen.saved()

  const opened = page.waitForEvent('popup')
  await block.getByRole('link', { name: 'Open in library' }).click()
  const library = await opened
  // Until its scripts run, a page would not keep what is chosen.
  await library.waitForLoadState('networkidle')
  await library.getByLabel('Rights').selectOption('Our own')
  await library.getByLabel('Caption').fill('Jetty nine in May')
  await library.getByRole('button', { name: 'Save' }).click()
  await expect(library.getByText('Saved')).toBeVisible()
  await expect(library.getByLabel('Rights')).toHaveValue('owned')
  await library.close()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(show).toHaveCount(0)
  await expect(block).not.toContainText('not cleared')
  await expect(lineOf(block, 'Caption')).toHaveAttribute('placeholder', 'Jetty nine in May')

  await screen.panel.getByRole('button', { name: 'Choose a picture…' }).click()
  await screen.dialog.getByRole('button', { name: /^jetty nine/ }).click()
  await screen.panel.getByRole('textbox', { name: 'Alt text' }).fill('The jetty')
  await page.keyboard.press('Enter')
  await screen.bar.getByRole('button', { name: 'Publish…' }).click()
  await expect(screen.dialog).toContainText('Main picturejetty nine')
  await screen.dialog.getByRole('button', { name: /^Publish now/ }).click()
  await expect(screen.dialog).toContainText('Live at')
  await screen.dialog.getByRole('button', { name: 'Close' }).click()

  await lineOf(block, 'Caption').fill('Nine, in May')
  await screen.panel.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(screen.panel).toContainText('picture 1, main picture')
  await screen.bar.getByRole('button', { name: 'Update…' }).click()
  await expect(screen.dialog.getByRole('region', { name: 'picture 1, changed' })).toContainText('Nine, in May')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'History' }).click()
  await screen.panel
    .getByRole('button', { name: /Compare/ })
    .first()
    .click()
  await expect(screen.dialog).toContainText('jetty nine. Alt text: The jetty')
})
