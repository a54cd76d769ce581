import { randomBytes } from 'node:crypto'

import { addSection, editScreen } from './support/desk'
import { admin, expect } from './support/test'
import { test } from './support/two'

test('a writer who may not edit suggests; an editor sees it in place, decides, and publishes without the rest', async ({
  page,
  request,
  addPerson,
  enter,
  browserOf,
}) => {
  test.slow()
  const section = `Part ${randomBytes(3).toString('hex')}`
  const slug = section.toLowerCase().replace(' ', '-')
  await addSection(await browserOf(admin), section)
  const editor = await addPerson({ role: 'editor' })
  const writer = await addPerson({ role: 'writer', sections: slug })
  await enter(page, editor)
  const desk = editScreen(page)
  const address = await desk.begin()
  await desk.type(desk.headline, 'Ferry crews vote')
  await desk.type(desk.body, 'The crews vote on Friday.')
  for (const line of ['They met in the chandlery at nine.', 'Nobody counts but the clerk.', 'The last boat is full.']) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
  await desk.addByline(editor.name)
  await desk.chooseSection(section)
  await desk.saved()

  // The writer: a word, a split, a paragraph that goes, the headline.
  const writers = editScreen(await browserOf(writer))
  await writers.open(address)
  const keys = writers.page.keyboard
  await expect(writers.bar).toContainText('Suggesting')
  await writers.type(writers.headline, ' on pay')
  const lines = writers.body.locator('p')
  await lines.nth(0).click()
  await keys.press('End')
  await keys.type(' And on Monday.')
  await lines.nth(1).click()
  await keys.press('Home')
  for (let i = 0; i < 'They met '.length; i += 1) await keys.press('ArrowRight')
  await keys.press('Enter')
  await lines.nth(4).click()
  await keys.press('Control+Shift+Backspace')
  await writers.saved()

  // The editor sees each in the story's text, by whom, without a reload; the story itself is what it was.
  const drawn = (text: string) => page.locator('.doc ins', { hasText: text })
  await expect(drawn('on pay')).toBeVisible()
  await expect(drawn('And on Monday.')).toBeVisible()
  await expect(page.locator('.doc [data-suggests]').first()).toHaveAttribute('data-suggests', writer.name)
  await page.getByRole('tab', { name: /Suggestions/ }).click()
  const card = (text: string) => desk.panel.locator('ol > li', { hasText: text })
  await expect(desk.panel.locator('ol > li')).toHaveCount(4)

  await card('on pay').getByRole('button', { name: 'Accept' }).click()
  await expect(desk.headline).toContainText('Ferry crews vote on pay')
  await card('split').getByRole('button', { name: 'Reject' }).click()
  await expect(desk.panel.locator('ol > li')).toHaveCount(2)
  await expect(writers.body.locator('p', { hasText: 'They met in the chandlery at nine.' })).toBeVisible()

  // A paragraph goes with what was suggested in it: that is told, with its words.
  await desk.body.locator('p').nth(0).click()
  await page.keyboard.press('Control+Shift+Backspace')
  await expect(desk.panel.getByText('suggestion is gone: the paragraph was deleted')).toBeVisible()
  await expect(desk.panel).toContainText('And on Monday.')
  await writers.page.getByRole('tab', { name: /Suggestions/ }).click()
  await expect(writers.panel).toContainText('Your suggestion is gone: the paragraph was deleted')
  await expect(writers.panel).toContainText(`accepted by ${editor.name}`)
  await expect(writers.panel).toContainText(`rejected by ${editor.name}`)

  // One is open still: publishing says so, and goes on by choice.
  await desk.saved()
  await desk.bar.getByRole('button', { name: /^Publish…/ }).click()
  await expect(desk.dialog).toContainText('One suggestion is undecided.')
  await desk.dialog.getByRole('button', { name: /^Publish now/ }).click()
  await expect(desk.dialog.getByRole('alert')).toContainText('Not published. One suggestion is open.')
  await expect(desk.dialog.getByRole('alert')).toContainText('The last boat is full.')
  await desk.dialog.getByRole('button', { name: 'Publish without it' }).click()
  await expect(desk.dialog).toContainText('Live at')
  const path = (await desk.dialog.getByText(/^Live at/).innerText()).replace(/^Live at (\S+),.*$/s, '$1')
  const live = await (await request.get(path)).text()
  expect(live).toContain('Ferry crews vote on pay')
  expect(live).toContain('The last boat is full.')
  expect(live).not.toContain('And on Monday.')
})

test('an editor chooses to suggest by the keyboard, takes one back, and undoes what he accepted', async ({
  page,
  twoInOneStory,
}) => {
  const { people } = await twoInOneStory({ fit: true })
  const [{ screen }, { screen: others }] = people
  await others.page.keyboard.press('Control+Shift+G')
  await expect(others.bar.getByRole('button', { name: /Suggesting/ })).toBeVisible()
  await others.saved()
  await others.type(others.body, ' Some say Monday.')
  await others.saved()
  await expect(page.locator('.doc ins', { hasText: 'Some say Monday.' })).toBeVisible()

  await page.getByRole('tab', { name: /Suggestions/ }).click()
  await screen.panel.getByRole('button', { name: 'Accept', exact: false }).last().click()
  await expect(page.locator('.doc ins')).toHaveCount(0)
  await expect(screen.body).toHaveText('The crews vote on Friday. Some say Monday.')
  await screen.panel.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.locator('.doc ins', { hasText: 'Some say Monday.' })).toBeVisible()

  await others.page.getByRole('tab', { name: /Suggestions/ }).click()
  await others.panel.getByRole('button', { name: /^Take back/ }).click()
  await expect(page.locator('.doc ins')).toHaveCount(0)
  await expect(others.body).toHaveText('The crews vote on Friday.')
})
