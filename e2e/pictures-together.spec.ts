import { editScreen } from './support/desk'
import { kept } from './support/device'
import { clear, form } from './support/library'
import { aPictureFile, dropFiles, holdUploads, lineOf, picture, pictures, tray, upload } from './support/pictures'
import { admin, expect } from './support/test'
import { test } from './support/two'

test('a file goes to the place where it fell, though a colleague writes above it meanwhile', async ({
  page,
  twoInOneStory,
}) => {
  const { people } = await twoInOneStory()
  const [{ screen: adas }, { screen: bens }] = people
  await adas.body.click()
  await adas.keys('One.', 'Enter', 'Two.', 'Enter', 'Three.')
  await expect(bens.body).toContainText('Three.')
  const held = await holdUploads(page)
  await dropFiles(adas.body.getByText('Two.'), [await aPictureFile('groyne one.jpg', 5)])
  await expect(tray(page)).toContainText('groyne one.jpg')
  await bens.body.getByText('One.').click()
  await bens.keys('Home', 'Before. ', 'Enter')
  await expect(adas.body).toContainText('Before.')
  held.go()
  await expect(picture(page, 'groyne one')).toBeVisible()
  const order = () =>
    adas.body
      .locator(':scope > *')
      .evaluateAll((all) => all.map((one) => (one.querySelector('figure') ? 'picture' : one.textContent?.trim())))
  await expect.poll(order).toEqual(['Before.', 'One.', 'Two.', 'picture', 'Three.'])
  await expect(picture(bens.page, 'groyne one')).toBeVisible()

  const [theirs, mine] = [picture(bens.page, 'groyne one'), picture(page, 'groyne one')]
  await Promise.all([
    lineOf(mine, 'Caption').pressSequentially('The groyne'),
    lineOf(theirs, 'Credit').pressSequentially('N. Orrell'),
  ])
  for (const block of [mine, theirs]) {
    await expect(lineOf(block, 'Caption')).toHaveValue('The groyne')
    await expect(lineOf(block, 'Credit')).toHaveValue('N. Orrell')
  }
})

test('one that is called off leaves nothing; one that cannot be sent is told, and comes when it is tried again', async ({
  page,
  context,
  enter,
}) => {
  test.slow()
  await enter(page, admin)
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.body, 'They held.')
  const held = await holdUploads(page)
  const words = screen.body.getByText('They held.')
  await dropFiles(words, [await aPictureFile('groyne two.jpg', 6)])
  await tray(page).getByRole('button', { name: 'Stop adding groyne two.jpg' }).click()
  await expect(tray(page)).toBeHidden()
  held.go()
  await page.unroute('**/api/uploads')
  await context.setOffline(true)
  await dropFiles(words, [await aPictureFile('groyne three.jpg', 7)])
  const told = tray(page).getByRole('listitem')
  await expect(told).toContainText('The server could not be reached', { timeout: 30_000 })
  await context.setOffline(false)
  await told.getByRole('button', { name: 'Send groyne three.jpg again' }).click()
  await expect(picture(page, 'groyne three')).toBeVisible()
  await expect(pictures(page)).toHaveCount(1)
})

test('a picture is copied with its words from one story into another, and a pasted file comes into the library', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.body, 'They held.')
  await screen.keys('Enter', '/picture', 'Enter')
  await upload(screen, await aPictureFile('groyne four.jpg', 8))
  const block = picture(page, 'groyne four')
  await lineOf(block, 'Caption').fill('The groyne')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await block.locator('img').click()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+v')
  await expect(pictures(page)).toHaveCount(2)
  await screen.saved()

  await screen.begin()
  await screen.body.click()
  await page.keyboard.press('Control+v')
  await expect(lineOf(block, 'Caption')).toHaveValue('The groyne')
  await page.keyboard.press('Control+End')

  const { buffer } = await aPictureFile('groyne five.png', 9)
  const png = await (await import('sharp')).default(buffer).png().toBuffer()
  await page.evaluate(async (bytes) => {
    const blob = new Blob([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], { type: 'image/png' })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
  }, png.toString('base64'))
  await page.keyboard.press('Control+v')
  await expect(pictures(page)).toHaveCount(2)
  await screen.saved()
})

test('a writer suggests a caption, an editor takes it; who only reads is shown a picture, and no fields', async ({
  page,
  twoInOneStory,
  addPerson,
  browserOf,
}) => {
  test.slow()
  const { people, address } = await twoInOneStory({ fit: true })
  const [{ screen }] = people
  await screen.body.click()
  await page.keyboard.press('Control+End')
  await screen.keys('Enter', '/picture', 'Enter')
  await upload(screen, await aPictureFile('groyne six.jpg', 10))
  const block = picture(page, 'groyne six')
  await lineOf(block, 'Credit').fill('N. Orrell')
  await screen.saved()

  const writers = editScreen(await browserOf(await addPerson({ role: 'writer' })))
  await writers.open(address)
  await expect(writers.bar).toContainText('Suggesting')
  await lineOf(picture(writers.page, 'groyne six'), 'Caption').fill('The groyne in May')
  await writers.saved()
  await page.getByRole('tab', { name: /Suggestions/ }).click()
  const card = screen.panel.locator('ol > li')
  await expect(card).toContainText('Picture')
  await expect(card).toContainText('The groyne in May')
  await card.getByRole('button', { name: 'Accept' }).click()
  await expect(lineOf(block, 'Caption')).toHaveValue('The groyne in May')

  await page.getByRole('tab', { name: 'Publish' }).click()
  await screen.panel.getByRole('button', { name: 'Spike…' }).click()
  await screen.dialog.getByRole('button', { name: /^Spike/ }).click()
  await expect(block).toContainText('The groyne in May')
  await expect(block).toContainText('N. Orrell')
  await expect(block.getByRole('textbox')).toHaveCount(0)
  await expect(block.getByRole('button')).toHaveCount(0)
})

test('what the library says anew is shown where it is used, without reloading; a contributor is led to no picture of others', async ({
  page,
  addPerson,
  enter,
  browserOf,
}) => {
  const contributor = await addPerson({ role: 'contributor' })
  const theirs = editScreen(await browserOf(contributor))
  const address = await theirs.begin()
  await theirs.type(theirs.body, 'They held.')
  await theirs.saved()
  await enter(page, admin)
  const screen = editScreen(page)
  await screen.open(address)
  await screen.body.click()
  await screen.keys('Control+End', 'Enter', '/picture', 'Enter')
  await upload(screen, await aPictureFile('groyne eight.jpg', 12))
  const [mine, seen] = [picture(page, 'groyne eight'), picture(theirs.page, 'groyne eight')]
  await expect(mine.getByRole('link', { name: 'Open in library' })).toBeVisible()
  await expect(seen).toContainText('This picture is not cleared')
  await expect(seen).toContainText('This picture has no alt text')
  await expect(seen.getByRole('link', { name: 'Open in library' })).toHaveCount(0)

  await clear(page, 'groyne eight', 'The groyne in May')
  await expect(seen).not.toContainText('This picture is not cleared')
  await expect(lineOf(seen, 'Caption')).toHaveAttribute('placeholder', 'The groyne in May')
  await form(page).getByLabel('Alt text').fill('A groyne')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(seen).not.toContainText('This picture has no alt text')
  await expect(lineOf(seen, 'Alt text')).toHaveAttribute('placeholder', 'A groyne')
})

test('what is said of a picture offline is kept on the device, and sent when one is back', async ({
  page,
  context,
  enter,
}) => {
  test.slow()
  await enter(page, admin)
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.type(screen.body, 'They held.')
  await screen.keys('Enter', '/picture', 'Enter')
  await upload(screen, await aPictureFile('groyne seven.jpg', 11))
  const block = pictures(page)
  await expect(block).toBeVisible()
  await screen.saved()
  await page.reload()
  await expect(lineOf(block, 'Caption')).toBeVisible()
  await kept(page, address)
  await context.setOffline(true)
  await page.goto(address)
  await lineOf(block, 'Caption').fill('Written offline')
  await expect(screen.bar).toContainText('On this device only')
  await context.setOffline(false)
  await screen.saved()
  await page.reload()
  await expect(lineOf(block, 'Caption')).toHaveValue('Written offline')
})
