import { frontScreen, headlinesOf, sectionWith, writeIn } from './support/fronts'
import { admin, expect } from './support/test'
import { test } from './support/two'

const headlines = ['Ferry sails', 'Gates close', 'Mud rises', 'Herons return', 'Quay reopens']

test('a front waits for its hour, is restored, and goes back to what the rule makes', async ({
  page,
  press,
  addPerson,
  enter,
  browserOf,
}) => {
  test.slow()
  const editor = await addPerson({ role: 'editor' })
  const { address, path, id } = await sectionWith(press, await browserOf(admin), headlines)
  const reader = await (await page.context().browser()!.newContext()).newPage()
  await enter(page, editor)
  const desk = frontScreen(page)
  await desk.open(address)
  const put = async (words: string) => {
    await desk.place(1).click()
    const other = page.getByRole('button', { name: 'Another story…' })
    if (await other.isVisible()) await other.click()
    await desk.find.fill(words)
    await desk.found(words)
    await desk.find.press('Enter')
    await desk.saved()
  }
  await put('ferry')
  await desk.publish()
  await put('mud')
  await desk.menu('Schedule…')
  await desk.dialog.getByRole('textbox', { name: 'When' }).fill('tomorrow 6am')
  await desk.dialog.getByRole('button', { name: /^Schedule for tomorrow 06:00/ }).click()
  await expect(desk.bar).toContainText('tomorrow 06:00')
  await put('heron')
  expect((await headlinesOf(reader, path))[0]).toBe('Ferry sails')
  await press.hastenDraft(`front:${id}`)
  await expect(async () => expect((await headlinesOf(reader, path))[0]).toBe('Mud rises')).toPass()
  await page.reload()
  await expect(desk.bar).toContainText('Readers see revision 2')
  await expect(desk.bar).toContainText('1 container waits')
  await page.getByRole('button', { name: 'History' }).click()
  await desk.dialog.getByRole('button', { name: /^Revision 1/ }).click()
  await expect(desk.dialog.getByRole('list', { name: 'What changes' })).toContainText('Ferry sails')
  await desk.dialog.getByRole('button', { name: 'Restore revision 1 into the draft' }).click()
  await expect(desk.dialog).toHaveCount(0)
  await expect(desk.place(1)).toHaveAccessibleName('Place 1, Ferry sails')
  expect((await headlinesOf(reader, path))[0]).toBe('Mud rises')
  await desk.menu('Back to what the rule makes…')
  await desk.dialog.getByRole('button', { name: 'Take it from readers' }).click()
  await expect(desk.bar).toContainText('Readers see what the rule makes')
  expect((await headlinesOf(reader, path))[0]).toBe('Quay reopens')
  await reader.context().close()
})

test('what is said of a story that is not live stays back until it is; a pin ends by itself', async ({
  page,
  press,
  addPerson,
  enter,
  browserOf,
}) => {
  test.slow()
  const editor = await addPerson({ role: 'editor' })
  const { address, path, id, slug, ids } = await sectionWith(press, await browserOf(admin), headlines)
  const reader = await (await page.context().browser()!.newContext()).newPage()
  const secret = await writeIn(press, slug, 'Secret tide table')
  await enter(page, editor)
  const desk = frontScreen(page)
  await desk.open(address)
  await desk.find.fill('secret')
  await expect(desk.stories).toContainText('No story has these words')
  await page.getByLabel('Also what is not live').check()
  await expect(desk.stories.getByRole('listitem')).toHaveCount(1)
  await desk.find.press('Enter')
  await expect(desk.place(1).locator('..')).toContainText('Not live yet')
  await desk.place(1).click()
  await page.getByLabel('Headline on this front').fill('Zyxwv of the tides')
  await desk.publish()
  expect((await headlinesOf(reader, path))[0]).toBe('Quay reopens')
  expect(await reader.content()).not.toContain('Zyxwv')
  await press.publish(secret)
  expect((await headlinesOf(reader, path))[0]).toBe('Zyxwv of the tides')

  const until = new Date(Date.now() + 6000).toISOString()
  const slots = [{ story: ids[0]!, headline: '', kicker: '', picture: '', until }]
  const source = { of: 'section', id: id.replace('section:', '') } as const
  await press.draftFront(id, { containers: [{ id: 'only', kind: 'opener', title: '', source, slots }] })
  await page.reload()
  await expect(desk.place(1).locator('..')).toContainText('pinned')
  await desk.publish()
  expect((await headlinesOf(reader, path))[0]).toBe('Ferry sails')
  await expect(async () => expect((await headlinesOf(reader, path))[0]).not.toBe('Ferry sails')).toPass()
  // The screen looks by itself.
  await expect(desk.place(1)).toHaveAccessibleName(/^Place 1, by rule/, { timeout: 20_000 })
  await reader.context().close()
})
