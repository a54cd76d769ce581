import { editScreen } from './support/desk'
import { kept, onDevice, writeOffline } from './support/device'
import { aPictureFile, dropFiles, holdUploads, picture, tray } from './support/pictures'
import { expect, test } from './support/test'

test('signing out asks while text waits on this device, keeps it or loses it as told, and takes all else away', async ({
  page,
  context,
  addPerson,
  signIn,
}) => {
  test.slow()
  const [ada, ben] = [await addPerson({ role: 'editor' }), await addPerson({ role: 'editor' })]
  await signIn(page, ada)
  const screen = editScreen(page)
  const address = await writeOffline(screen, context, ' on pay')
  await page.close()
  await context.setOffline(false)

  const desk = await context.newPage()
  await desk.goto('/desk')
  const waits = desk.getByRole('status').filter({ hasText: 'Text on this device has not been sent' })
  await expect(waits.getByRole('link', { name: 'Crews vote on pay' })).toBeVisible()
  const ask = desk.getByRole('dialog', { name: 'Text on this device has not been sent' })
  const signOut = desk.getByRole('button', { name: 'Sign out', exact: true })
  await signOut.click()
  await expect(ask).toContainText('Crews vote on pay')
  await ask.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(ask).toBeHidden()
  await signOut.click()
  await ask.getByRole('button', { name: 'Sign out, keep it here' }).click()
  await desk.waitForURL('**/sign-in')
  await onDevice(desk, 1)

  // The next person neither sees nor sends it.
  await signIn(desk, ben)
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('My desk')
  await expect(waits).toHaveCount(0)
  const bens = editScreen(desk)
  await bens.open(address)
  await expect(bens.headline).toHaveText('Crews vote')
  await desk.goto('/desk')
  const other = await context.newPage()
  await other.goto('/desk/stories')
  await signOut.click()
  await desk.waitForURL('**/sign-in')
  await other.waitForURL('**/sign-in')
  await onDevice(desk, 1)

  // Its writer does, by opening it; what is sent needs no question.
  await signIn(desk, ada)
  await waits.getByRole('link', { name: 'Crews vote on pay' }).click()
  await bens.saved()
  await expect(bens.headline).toHaveText('Crews vote on pay')
  await kept(desk, address)
  await desk.goto('/desk')
  await expect(waits).toHaveCount(0)
  await signOut.click()
  await desk.waitForURL('**/sign-in')
  await onDevice(desk, 0)
})

test('who leaves a story with unsent text is asked, by a link and by the window', async ({
  page,
  context,
  addPerson,
  enter,
}) => {
  await enter(page, await addPerson({ role: 'writer' }))
  const screen = editScreen(page)
  await writeOffline(screen, context, ' offline')
  const question = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  expect((await question).type()).toBe('beforeunload')
  await (await question).dismiss()

  const back = page.getByRole('link', { name: 'Back to stories' })
  const leave = page.getByRole('dialog', { name: 'Not everything you typed is on the server' })
  await back.click()
  await expect(leave).toContainText('It stays on this device')
  await leave.getByRole('button', { name: 'Stay here' }).click()
  await screen.type(screen.headline, ' and on')
  await back.click()
  await leave.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('list', { name: 'Stories on this device' })).toContainText('Crews vote offline and on')
  // Online again by itself, the page that was asked for.
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: 'Stories' })).toBeVisible()
})

test('who leaves a story while a file is on its way is asked, and no more once it is there', async ({
  page,
  addPerson,
  enter,
}) => {
  await enter(page, await addPerson({ role: 'writer' }))
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.body, 'They held.')
  await screen.saved()
  const held = await holdUploads(page)
  await dropFiles(screen.body.getByText('They held.'), [await aPictureFile('mole.jpg', 51)])
  await expect(tray(page)).toContainText('mole.jpg')
  const back = page.getByRole('link', { name: 'Back to stories' })
  const leave = page.getByRole('dialog', { name: 'A file is still being sent' })
  await back.click()
  await expect(leave).toContainText('comes neither into the library nor here')
  await leave.getByRole('button', { name: 'Stay here' }).click()
  held.go()
  await expect(picture(page, 'mole')).toBeVisible()
  await screen.saved()
  await back.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Stories' })).toBeVisible()
})
