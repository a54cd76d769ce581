import { editScreen } from './support/desk'
import { startServer } from './support/server'
import { smallDisk } from './support/small-disk'
import { admin, expect } from './support/test'
import { test } from './support/two'

test('an ended session is signed in again beside the text; headline, text and fields go up by themselves', async ({
  page,
  context,
  addPerson,
  signIn,
  browserOf,
}) => {
  test.slow()
  const ada = await addPerson({ role: 'editor' })
  await signIn(page, ada)
  const screen = editScreen(page)
  const address = await screen.begin()
  await context.setOffline(true)
  await screen.type(screen.headline, 'Crews vote')
  await screen.type(screen.body, 'On Friday.')
  const dateline = screen.panel.getByLabel('Dateline')
  await dateline.fill('Carrow Quay')
  await dateline.press('Enter')
  await expect(screen.bar).toContainText('On this device only')
  const elsewhere = await browserOf(ada)
  await elsewhere.goto('/account')
  await elsewhere.getByRole('button', { name: /^End session/ }).click()
  await expect(elsewhere.getByRole('button', { name: /^End session/ })).toHaveCount(0)

  await context.setOffline(false)
  await expect(screen.dialog).toContainText('Your text is safe on this device.')
  const [signs] = await Promise.all([
    context.waitForEvent('page'),
    screen.dialog.getByRole('link', { name: 'Sign in again' }).click(),
  ])
  await signs.getByLabel('E-mail').fill(ada.email)
  await signs.getByLabel('Password').fill(ada.password)
  await signs.getByRole('button', { name: 'Sign in' }).click()
  await signs.waitForURL('**/desk')
  await signs.close()
  // Back at the window it looks by itself; the button is for who came back before.
  const done = screen.dialog.getByRole('button', { name: 'I have signed in' })
  if (await done.isVisible()) await done.click()
  await screen.saved()
  await expect(dateline).toHaveAccessibleDescription('')
  const others = editScreen(elsewhere)
  await others.open(address)
  await expect(others.headline).toHaveText('Crews vote')
  await expect(others.body).toHaveText('On Friday.')
  await expect(others.panel.getByLabel('Dateline')).toHaveValue('Carrow Quay')
})

test('a page that slept while its connection died in silence notices, and sends what was typed', async ({
  page,
  addPerson,
  enter,
}) => {
  let dead = false
  await page.routeWebSocket(/\/collab$/, (socket) => {
    const server = socket.connectToServer()
    // What was silent once stays so; a new connection is another one.
    let silent = false
    const lives = () => {
      silent ||= dead
      return !silent
    }
    socket.onMessage((message) => void (lives() && server.send(message)))
    server.onMessage((message) => void (lives() && socket.send(message)))
  })
  await page.clock.install()
  await enter(page, await addPerson({ role: 'writer' }))
  const screen = editScreen(page)
  const address = await screen.begin()
  dead = true
  await screen.type(screen.headline, 'Typed before it slept')
  await page.clock.fastForward('08:00:00')
  await expect(screen.bar).toContainText('On this device only')
  dead = false
  await page.clock.fastForward('00:10')
  await screen.saved()
  await screen.type(screen.headline, ' and after')
  await screen.saved()
  await screen.open(address)
  await expect(screen.headline).toHaveText('Typed before it slept and after')
})

test('a restart of the server and a full disk of it cost nothing that was typed, and nobody need do anything', async ({
  page,
}) => {
  test.slow()
  const disk = smallDisk()
  const env = {
    STET_ADMIN_EMAIL: admin.email,
    STET_ADMIN_PASSWORD: admin.password,
    ...(disk && { STET_DATA: disk.path }),
  }
  const server = await startServer({ env })
  try {
    await page.goto(server.baseUrl)
    const at = (path: string) => page.goto(server.baseUrl + path)
    await at('/sign-in')
    await page.getByLabel('E-mail').fill(admin.email)
    await page.getByLabel('Password').fill(admin.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/desk')
    await page.getByRole('button', { name: 'New story' }).first().click()
    const screen = editScreen(page)
    await screen.saved()
    await server.kill9()
    await screen.type(screen.headline, 'Typed while it was down')
    await expect(screen.bar).toContainText('On this device only')
    await server.restart()
    await screen.saved()

    if (disk) {
      const free = disk.fill()
      await screen.body.click()
      await page.keyboard.insertText('Many words. '.repeat(20_000))
      await expect(screen.bar).toContainText('On this device only', { timeout: 30_000 })
      await page.keyboard.insertText('And the last ones.')
      free()
      await expect(page.locator('[data-save=saved]')).toBeVisible({ timeout: 30_000 })
    }
    const { pathname } = new URL(page.url())
    await at(pathname)
    await screen.saved()
    await expect(screen.headline).toHaveText('Typed while it was down')
    if (disk) await expect(screen.body).toContainText('And the last ones.')
  } finally {
    await page.close()
    await server.stop()
    disk?.remove()
  }
})
