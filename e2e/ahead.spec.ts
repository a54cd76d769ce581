import type { Locator, Page } from '@playwright/test'

import { axeFindings } from './support/axe'
import { editScreen } from './support/desk'
import { aFilmFile } from './support/library'
import { aPictureFile, lineOf, picture, upload } from './support/pictures'
import { admin, expect } from './support/test'
import { test } from './support/two'

// It would give the scripts that are held here.
test.use({ serviceWorkers: 'block' })

/** Keeps the scripts of what is opened next from the browser. @returns lets them go */
async function holdScripts(page: Page) {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released
    await route.continue()
  })
  return release
}

test('what is typed before the editors are there is in the text, and one goes on where one was', async ({
  twoInOneStory,
}) => {
  const { people, address } = await twoInOneStory()
  const [{ screen }, { screen: colleagues }] = people
  const { page } = screen
  await screen.type(screen.headline, 'Weir')
  await screen.type(screen.body, 'The weir is shut.')
  await screen.keys('Enter', 'It will open.')
  await screen.saved()
  const release = await holdScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await expect(screen.body).toHaveText('The weir is shut.It will open.')
  await screen.type(screen.headline, 's close')
  await screen.keys('Enter', 'At five.')
  await screen.body.locator('p').first().click()
  await screen.keys('End', 'Backspace', ', the harbour says.', 'Enter', '', 'Enter', 'Who was there', 'Backspace')
  // What was parted here is joined here, what the server made is not; nothing but words and lines is taken.
  await screen.keys('Home', 'Backspace', 'Home', 'Backspace', 'ArrowDown', 'Home', 'Backspace', 'Control+b')
  await expect(screen.body.locator('p')).toHaveText([
    'The weir is shut, the harbour says.Who was ther',
    'It will open.',
  ])
  await screen.keys('ArrowUp', 'End', 'Enter', 'More')
  expect(await axeFindings(page, 'opening')).toEqual([])
  // Meanwhile a colleague writes in the same paragraph, and above it.
  await colleagues.body.locator('p').first().click()
  await colleagues.keys('Home', 'Today: ', 'Home', 'Enter')
  await colleagues.saved()
  release()
  await screen.saved()
  await expect(screen.headline).toHaveText('Weirs close')
  await expect(screen.standfirst).toHaveText('At five.')
  const paragraphs = ['', 'Today: The weir is shut, the harbour says.Who was ther', 'More', 'It will open.']
  await expect(screen.body.locator('> p')).toHaveText(paragraphs)
  await page.keyboard.type(' news')
  await expect(screen.body.locator('> p').nth(2)).toHaveText('More news')
  await screen.saved()
  await expect(colleagues.body.locator('> p')).toHaveText(paragraphs.with(2, 'More news'))
  for (let i = 0; i < 4; i += 1) await screen.keys('Control+z')
  await expect(screen.body).not.toContainText('harbour')
})

test('what is dragged or cut stays, and what is composed over paragraphs, or put there by an extension, is no loss', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.type(screen.headline, 'Weir')
  await screen.type(screen.body, 'The weir is shut.')
  for (const words of ['It will open.', 'At five.']) await screen.keys('Enter', words)
  await screen.saved()
  const release = await holdScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await expect(screen.body.locator('p')).toHaveCount(3)
  await page.evaluate(() => {
    for (const copy of document.querySelectorAll('.ahead')) copy.before(document.createElement('spell-checker'))
  })
  const [first, last] = [screen.body.locator('p').first(), screen.body.locator('p').last()]
  const at = { position: { x: 50, y: 10 } }
  await first.dblclick(at)
  await page.keyboard.press('Control+x')
  await first.dragTo(last, { sourcePosition: at.position, targetPosition: { x: 20, y: 10 } })
  await expect(first).toHaveText('The weir is shut.')
  await first.click()
  await screen.keys('End', ' Now.')
  await screen.body.locator('p').nth(1).click()
  await screen.keys('Home', 'Shift+ArrowDown', ...Array(3).fill('Shift+ArrowRight'))
  const ime = await page.context().newCDPSession(page)
  await ime.send('Input.imeSetComposition', { text: 'す', selectionStart: 1, selectionEnd: 1 })
  await ime.send('Input.insertText', { text: '水門 ' })
  await expect(screen.body.locator('p')).toHaveText(['The weir is shut. Now.', '水門 five.'])
  release()
  await screen.saved()
  await expect(screen.headline).toHaveText('Weir')
  await expect(screen.body.locator('> p')).toHaveText(['The weir is shut. Now.', '水門 five.', ''])
})

test('what was selected is selected when the editors are there', async ({ page, enter }) => {
  await enter(page, admin)
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.type(screen.standfirst, 'At five.')
  await screen.saved()
  const release = await holdScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await screen.standfirst.press('Control+a')
  release()
  await screen.saved()
  await page.keyboard.type('At six')
  await expect(screen.standfirst).toHaveText('At six')
})

test('words that are being composed are waited for', async ({ page, enter }) => {
  await enter(page, admin)
  const screen = editScreen(page)
  const address = await screen.begin()
  const release = await holdScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await screen.body.click()
  const ime = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('す')
  await compose('すい')
  release()
  await expect(page.locator('[data-save]')).toBeVisible()
  await compose('すいもん')
  await ime.send('Input.insertText', { text: '水門' })
  await page.keyboard.type(' opens')
  await screen.saved()
  await page.reload()
  await screen.saved()
  await expect(screen.body).toHaveText('水門 opens')
})

test('who leaves before it is taken is asked; who may not write finds nothing to write in', async ({
  twoInOneStory,
  addPerson,
  browserOf,
}) => {
  const { people, address } = await twoInOneStory()
  const [{ screen }] = people
  const { page } = screen
  await screen.type(screen.body, 'The weir is shut.')
  await screen.saved()
  await holdScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await screen.type(screen.body, ' Until')
  const asked = page.waitForEvent('dialog')
  void page.goto('/desk').catch(() => {})
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(screen.body).toHaveText('The weir is shut. Until')
  page.on('dialog', (dialog) => dialog.accept())

  const reader = await browserOf(await addPerson({ role: 'writer' }))
  await holdScripts(reader)
  await reader.goto(address, { waitUntil: 'commit' })
  expect(await reader.locator('[contenteditable=true]').count()).toBe(0)
})

test('pictures, galleries and films have their place in the opening: nothing leaps when the editors are there', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.type(screen.body, 'Before it.')
  await screen.keys('Enter', '/picture', 'Enter')
  await upload(screen, await aPictureFile('weir.jpg', 6, { width: 700, height: 900 }))
  await expect(picture(page, 'weir')).toBeVisible()
  await page.keyboard.press('Control+End')
  await screen.keys('/gallery', 'Enter')
  await upload(screen, await aPictureFile('sluice.jpg', 7), await aPictureFile('mill.jpg', 8, { height: 900 }))
  await expect(picture(page, 'mill')).toBeVisible()
  await page.keyboard.press('Control+End')
  await screen.keys('/film', 'Enter')
  await upload(screen, aFilmFile('wheel.mp4'))
  await expect(page.locator('video')).toBeVisible()
  await page.keyboard.press('Control+End')
  await screen.keys('After it.')
  await screen.saved()
  const release = await holdScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  const copy = page.locator('.part-body.ahead')
  const placesIn = async (part: Locator) => {
    const seen = [
      ...(await part.locator('.picture-frame').all()),
      part.locator('.clip-card > :first-child'),
      part.getByText('After it.'),
    ]
    return Promise.all(seen.map((one) => one.boundingBox()))
  }
  await expect(copy.getByText('After it.')).toBeVisible()
  const before = await placesIn(copy)
  release()
  await expect(lineOf(picture(page, 'mill'), 'Caption')).toBeVisible()
  await expect(page.locator('video')).toBeVisible()
  expect(before).toHaveLength(5)
  expect(await placesIn(page.locator('.part-body.ProseMirror'))).toEqual(before)
  expect(before).not.toContain(null)
})
