import { axeFindings } from './support/axe'
import { pressKey } from './support/desk'
import { frontScreen, headlinesOf, sectionWith } from './support/fronts'
import { admin, expect } from './support/test'
import { test } from './support/two'

const headlines = ['Ferry sails', 'Gates close', 'Mud rises', 'Herons return', 'Quay reopens']

test('stories are dragged and placed, readers see them once they are published, and a withdrawn one makes way', async ({
  page,
  press,
  addPerson,
  enter,
  browserOf,
}) => {
  test.slow()
  const editor = await addPerson({ role: 'editor' })
  const { name, address, path, ids } = await sectionWith(press, await browserOf(admin), headlines)
  const reader = await (await page.context().browser()!.newContext()).newPage()
  await enter(page, editor)
  const desk = frontScreen(page)
  await desk.open(address)
  await expect(desk.place(1)).toHaveAccessibleName('Place 1, by rule: Quay reopens')
  const row = (headline: string) => desk.story(headline, name)
  await row('Gates close').dragTo(desk.place(1))
  await expect(desk.place(1)).toHaveAccessibleName('Place 1, Gates close')
  await desk.place(1).dragTo(desk.place(2))
  await expect(desk.place(2)).toHaveAccessibleName('Place 2, Gates close')
  await desk.place(2).dragTo(desk.place(1))
  // What lies in a place is shown beside the front; a free place offers the stories again.
  await desk.place(2).click()
  await row('Mud rises').getByRole('button', { name: 'Place “Mud rises”' }).click()
  await expect(row('Mud rises')).toContainText('On this front')
  await desk.place(1).click()
  await page.getByLabel('Headline on this front').fill('All five gates close')
  await page.getByLabel('Kicker').fill('The surge')
  await expect(desk.place(1)).toHaveAccessibleName('Place 1, All five gates close')
  await desk.saved()
  await expect(desk.bar).toContainText('1 container waits')
  expect(await headlinesOf(reader, path)).not.toContain('All five gates close')
  await page.getByRole('button', { name: /^Publish…/ }).click()
  await expect(desk.dialog.getByRole('list', { name: 'What changes' })).toContainText('All five gates close')
  await desk.dialog.getByRole('button', { name: /^Publish now/ }).click()
  await expect(desk.dialog).toHaveCount(0)
  await expect(desk.bar).toContainText('Readers see revision 1')
  await expect(desk.bar).not.toContainText('waits')
  expect((await headlinesOf(reader, path)).slice(0, 2)).toEqual(['All five gates close', 'Mud rises'])
  await expect(reader.getByText('The surge')).toBeVisible()
  await press.withdraw(ids[1]!)
  expect((await headlinesOf(reader, path))[0]).not.toContain('gates close')
  expect(await reader.content()).not.toContain('All five')
  await page.reload()
  await expect(desk.place(1).locator('..')).toContainText('Withdrawn')
  await reader.context().close()
})

test('all of it goes without a mouse', async ({ page, press, addPerson, enter, browserOf }) => {
  test.slow()
  const editor = await addPerson({ role: 'editor' })
  const { address } = await sectionWith(press, await browserOf(admin), headlines)
  await enter(page, editor)
  const desk = frontScreen(page)
  await desk.open(address)
  const keys = async (...all: string[]) => {
    for (const key of all) await page.keyboard.press(key)
  }
  await pressKey(page, '/')
  await expect(desk.find).toBeFocused()
  await page.keyboard.type('heron')
  await desk.found('heron')
  await keys('Enter')
  await expect(desk.place(1)).toHaveAccessibleName('Place 1, Herons return')
  await expect(page.getByRole('status').filter({ hasText: 'Herons return' })).toHaveCount(1)
  await desk.place(1).focus()
  await keys('Alt+ArrowDown')
  await expect(desk.place(2)).toHaveAccessibleName('Place 2, Herons return')
  await expect(desk.place(2)).toBeFocused()
  // Picked up by the menu, and put down where one presses.
  await keys('Tab', 'Enter', 'ArrowDown', 'Enter')
  await expect(page.getByText('Choose the place that it goes to.')).toBeVisible()
  await desk.place(1).focus()
  await keys('Enter')
  await expect(desk.place(1)).toHaveAccessibleName('Place 1, Herons return')
  await keys('Delete')
  await expect(desk.place(1)).toHaveAccessibleName(/^Place 1, by rule/)
  await keys('Control+z')
  await expect(desk.place(1)).toHaveAccessibleName('Place 1, Herons return')
  // A container of its own, moved to the top, called something, and taken away again.
  await page.getByRole('button', { name: 'Add a container…' }).focus()
  await keys('Enter')
  await desk.dialog.getByRole('radio', { name: /^Briefs/ }).focus()
  await keys('Space')
  await desk.dialog.getByRole('button', { name: 'Add Briefs' }).focus()
  await keys('Enter')
  const heads = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(heads).toHaveCount(2)
  const name = await heads.nth(1).innerText()
  await page
    .getByRole('button', { name: `${name}: acts` })
    .last()
    .focus()
  await keys('Enter', 'Enter')
  await desk.dialog.getByLabel('Title').fill('In short')
  await keys('Tab')
  await desk.dialog.getByRole('button', { name: 'Keep' }).focus()
  await keys('Enter')
  await page.getByRole('button', { name: 'Move In short up' }).focus()
  await keys('Enter')
  await expect(heads.first()).toHaveText('In short')
  await page.getByRole('button', { name: 'In short: acts' }).focus()
  await keys('Enter', 'End', 'Enter')
  await expect(heads).toHaveCount(1)
  await desk.saved()
  await page.reload()
  await expect(heads).toHaveCount(1)
  await expect(desk.place(1)).toHaveAccessibleName('Place 1, Herons return')
  await keys('Control+Enter')
  await expect(desk.dialog.getByRole('button', { name: /^Publish now/ })).toBeFocused()
  await keys('Enter')
  await expect(desk.bar).toContainText('Readers see revision 1')
})

test('two editors at once: what they do in places of their own is joined, for the same place one chooses', async ({
  page,
  press,
  addPerson,
  enter,
  browserOf,
}) => {
  test.slow()
  const [one, other] = [await addPerson({ role: 'editor' }), await addPerson({ role: 'editor' })]
  const { name, address } = await sectionWith(press, await browserOf(admin), headlines)
  await enter(page, one)
  const [mine, theirs] = [frontScreen(page), frontScreen(await browserOf(other))]
  for (const desk of [mine, theirs]) await desk.open(address)
  const aim = async (desk: typeof mine, number: number) => {
    const another = desk.page.getByRole('button', { name: 'Another story…' })
    if (await another.isVisible()) await another.click()
    await desk.page.getByLabel('Into').selectOption({ index: number - 1 })
    await expect(desk.story('Herons return', name)).toBeVisible()
  }
  const put = (desk: typeof mine, headline: string) => desk.story(headline, name).getByRole('button').click()
  const place = async (desk: typeof mine, headline: string, number: number) => {
    await aim(desk, number)
    await put(desk, headline)
  }
  await place(mine, 'Ferry sails', 1)
  await mine.saved()
  await place(theirs, 'Mud rises', 3)
  await theirs.saved()
  await expect(theirs.place(1)).toHaveAccessibleName('Place 1, Ferry sails')
  await expect(mine.place(3)).toHaveAccessibleName('Place 3, Mud rises', { timeout: 20_000 })

  const offline = theirs.page.context()
  await aim(theirs, 2)
  await offline.setOffline(true)
  await put(theirs, 'Herons return')
  await expect(theirs.bar).toContainText('On this device only')
  await place(mine, 'Gates close', 2)
  await mine.saved()
  await offline.setOffline(false)
  await expect(theirs.dialog).toContainText(`${one.name} has changed the same meanwhile`, { timeout: 20_000 })
  await expect(theirs.dialog).toContainText('Herons return')
  await expect(theirs.dialog).toContainText('Gates close')
  expect(await axeFindings(theirs.page, 'choosing')).toEqual([])
  await theirs.dialog.getByRole('radio', { name: 'Yours' }).check()
  await theirs.dialog.getByRole('button', { name: 'Go on with these' }).click()
  await theirs.saved()
  await theirs.page.reload()
  await expect(theirs.place(2)).toHaveAccessibleName('Place 2, Herons return')
  await expect(theirs.place(3)).toHaveAccessibleName('Place 3, Mud rises')
})

test('fronts are made by editors of their sections; whoever else asks finds none, nor the preview of one', async ({
  page,
  request,
  press,
  addPerson,
  enter,
  browserOf,
}) => {
  const editor = await addPerson({ role: 'editor' })
  const { address, id, slug } = await sectionWith(press, await browserOf(admin), headlines.slice(0, 2))
  const preview = `/preview/fronts/${id}`
  for (const path of [preview, '/preview/fronts/home', '/preview/fronts/nowhere'])
    expect((await request.get(path)).status(), path).toBe(404)
  for (const person of [
    await addPerson({ role: 'contributor' }),
    await addPerson({ role: 'writer', sections: slug }),
  ]) {
    const theirs = await browserOf(person)
    for (const path of ['/desk/fronts', address, '/desk/fronts/home', preview])
      expect((await theirs.request.get(path)).status(), path).toBe(404)
    await theirs.goto('/desk')
    await expect(theirs.getByRole('link', { name: 'Fronts' })).toHaveCount(0)
  }
  const elsewhere = await browserOf(await addPerson({ role: 'editor', sections: 'none' }))
  expect((await elsewhere.request.get(address)).status()).toBe(404)
  expect((await elsewhere.request.get('/desk/fronts/home')).status()).toBe(200)
  await enter(page, editor)
  const answer = await page.request.get(preview)
  expect([answer.status(), answer.headers()['cache-control'], answer.headers()['x-robots-tag']]).toEqual([
    ...[200, 'no-store', 'noindex, nofollow'],
  ])
  const desk = frontScreen(page)
  await desk.open(address)
  await desk.find.fill('ferry')
  await desk.found('ferry')
  await desk.find.press('Enter')
  await page.getByRole('button', { name: 'Preview' }).click()
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('main article').first()).toContainText('Ferry sails')
  await desk.dialog.getByRole('button', { name: 'Phone' }).click()
  await expect(page.getByTitle('The front at 390 pixels')).toBeVisible()
})
