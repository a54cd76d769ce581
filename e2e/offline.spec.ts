import { editScreen } from './support/desk'
import { kept } from './support/device'
import { admin, expect } from './support/test'
import { test } from './support/two'

test('a story opened before opens offline, is written on, fields too, and all of it is sent when one is back', async ({
  page,
  context,
  addPerson,
  enter,
  browserOf,
}) => {
  test.slow()
  const ada = await addPerson({ role: 'editor' })
  await enter(page, ada)
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.type(screen.headline, 'Crews')
  await screen.saved()
  await kept(page, address)
  const dateline = screen.panel.getByLabel('Dateline')
  await dateline.fill('Carrow')
  await dateline.press('Enter')
  await expect(dateline).toHaveAccessibleDescription('')

  await context.setOffline(true)
  await page.goto(address)
  await expect(screen.headline).toHaveText('Crews')
  // Saved after the page was kept, so it is not in it.
  await expect(dateline).toHaveValue('Carrow')
  await expect(page.getByRole('status').filter({ hasText: 'You are offline.' })).toContainText('sent when you are back')
  await screen.type(screen.headline, ' vote')
  await screen.type(screen.body, 'On Friday, in the chandlery.')
  await dateline.fill('Carrow Quay')
  await dateline.press('Enter')
  await expect(dateline).toHaveAccessibleDescription('On this device only')
  // One that was not even left yet.
  await screen.panel.getByLabel('Search title').fill('Ferry vote')
  await expect(screen.bar).toContainText('On this device only')

  await page.goto('/desk/stories')
  const listed = page.getByRole('list', { name: 'Stories on this device' }).getByRole('listitem')
  await expect(page.getByRole('status').filter({ hasText: 'You are offline.' })).toContainText('needs the server')
  await expect(listed).toContainText('Not sent yet')
  await listed.getByRole('link', { name: 'Crews vote' }).click()
  await expect(screen.body).toContainText('In the chandlery.'.slice(3))
  await expect(dateline).toHaveValue('Carrow Quay')

  await context.setOffline(false)
  await screen.saved()
  await expect(dateline).toHaveAccessibleDescription('')
  const others = editScreen(await browserOf(ada))
  await others.open(address)
  await expect(others.headline).toHaveText('Crews vote')
  await expect(others.body).toContainText('On Friday, in the chandlery.')
  await expect(others.panel.getByLabel('Dateline')).toHaveValue('Carrow Quay')
  await expect(others.panel.getByLabel('Search title')).toHaveValue('Ferry vote')
})

test('two tabs of one browser hold one text, offline too, and what either typed is sent', async ({
  page,
  context,
  addPerson,
  enter,
  browserOf,
}) => {
  test.slow()
  const ada = await addPerson({ role: 'editor' })
  await enter(page, ada)
  const one = editScreen(page)
  const address = await one.begin()
  const two = editScreen(await context.newPage())
  await two.open(address)
  await context.setOffline(true)
  await one.type(one.headline, 'From one.')
  await two.type(two.body, 'From the other.')
  await expect(one.bar).toContainText('On this device only')
  await expect(two.bar).toContainText('On this device only')
  await page.close()
  await context.setOffline(false)
  await two.saved()
  const again = editScreen(await context.newPage())
  await again.open(address)
  await expect(again.headline).toHaveText('From one.')
  await expect(two.headline).toHaveText('From one.')
  const others = editScreen(await browserOf(ada))
  await others.open(address)
  await expect(others.headline).toHaveText('From one.')
  await expect(others.body).toHaveText('From the other.')
})

test('a part that was never loaded says so offline, where it would stand; the text stays, and one tries again', async ({
  page,
  context,
  enter,
}) => {
  await enter(page, admin)
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.headline, 'No line')
  await screen.saved()
  await context.setOffline(true)
  await screen.panel.getByRole('tab', { name: 'History' }).click()
  await expect(screen.panel.getByRole('alert')).toContainText('Not loaded: the server was not reached.')
  await expect(screen.headline).toHaveText('No line')
  const missing = page.getByText('Not loaded: the server was not reached.')
  await page.keyboard.press('Control+/')
  await expect(missing).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(missing).toHaveCount(1)
  await context.setOffline(false)
  await screen.panel.getByRole('button', { name: 'Try again' }).click()
  await expect(screen.panel.getByRole('button', { name: /^Keep/ })).toBeVisible()
})
