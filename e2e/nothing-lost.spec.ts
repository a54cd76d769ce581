import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { BrowserContext, Page } from '@playwright/test'

import { type EditScreen, editScreen } from './support/desk'
import { startServer } from './support/server'
import { admin, expect } from './support/test'
import { test } from './support/two'

/** Waits until this browser keeps the page of the story and the page for all others. */
const kept = (page: Page, address: string) =>
  expect
    .poll(() =>
      page.evaluate(async (path) => {
        const found = await Promise.all([path, '/desk/offline'].map((one) => caches.match(one)))
        return found.every(Boolean) && Boolean(navigator.serviceWorker.controller)
      }, address),
    )
    .toBe(true)

/** This browser has so many stories of the desk, and no page; told of a page that may still be loading. */
const onDevice = (page: Page, stories: number) =>
  expect(async () => {
    const has = await page.evaluate(async () => ({
      stories: (await indexedDB.databases()).filter(({ name }) => name?.startsWith('stet:')).length,
      caches: await caches.keys(),
    }))
    expect(has).toEqual({ stories, caches: [] })
  }).toPass({ timeout: 10_000 })

/** A story that opens without the server, and has been left unsent. */
async function writeOffline(screen: EditScreen, context: BrowserContext, words: string) {
  const address = await screen.begin()
  await screen.type(screen.headline, 'Crews vote')
  await screen.saved()
  await kept(screen.page, address)
  await context.setOffline(true)
  await screen.type(screen.headline, words)
  await expect(screen.bar).toContainText('On this device only')
  return address
}

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

test('a page of an older version is closed out with its text kept, which goes up once it is reloaded', async ({
  page,
  context,
  addPerson,
  enter,
}) => {
  test.slow()
  let old = false
  await page.routeWebSocket(/\/collab$/, (socket) => {
    const server = socket.connectToServer()
    // What a page says of itself first: the document's version, and for whom it was made.
    socket.onMessage((message) =>
      server.send(old ? latin(message, (text) => text.replace(/\d+ (?=[0-9a-z]{12})/, '1 ')) : message),
    )
  })
  await enter(page, await addPerson({ role: 'writer' }))
  const screen = editScreen(page)
  const address = await screen.begin()
  await context.setOffline(true)
  await screen.type(screen.body, 'Written before the new version.')
  await expect(screen.bar).toContainText('On this device only')
  old = true
  await context.setOffline(false)
  const closed = page.getByRole('alert').filter({ hasText: 'Not accepted' })
  await expect(closed).toContainText('brought up to date')
  await expect(closed).toContainText('Your text is safe on this device.')
  await expect(screen.body).toHaveAttribute('contenteditable', 'false')
  old = false
  await closed.getByRole('button', { name: 'Reload' }).click()
  await screen.saved()
  await expect(screen.body).toHaveText('Written before the new version.')

  // One whose documents this version cannot go on with is kept as a text, to be taken over.
  await context.setOffline(true)
  await screen.type(screen.body, ' Written long before.')
  await screen.type(screen.headline, 'Long before')
  await expect(screen.bar).toContainText('On this device only')
  await page.evaluate(age)
  await context.setOffline(false)
  await screen.open(address)
  await expect(screen.headline).toHaveText('')
  const recovered = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Read it…' }) })
  await recovered.getByRole('button', { name: 'Read it…' }).click()
  await expect(screen.dialog).toContainText('Written before the new version. Written long before.')
  await screen.dialog.getByRole('button', { name: 'Take it over' }).click()
  await expect(screen.headline).toHaveText('Long before')
  await expect(screen.body).toHaveText('Written before the new version. Written long before.')
  await screen.saved()
  await expect(recovered).toHaveCount(0)
  await screen.open(address)
  await expect(screen.headline).toHaveText('Long before')
  await expect(recovered).toHaveCount(0)
})

const latin = (message: string | Buffer, change: (text: string) => string) =>
  typeof message === 'string' ? message : Buffer.from(change(message.toString('latin1')), 'latin1')

/** Makes the story's copy one of a version before all that are known, as if kept by a page of then. */
async function age() {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.startsWith('stet:')) ?? ''
  const now = await done(indexedDB.open(name))
  const updates = await done(now.transaction('updates').objectStore('updates').getAll())
  now.close()
  await done(indexedDB.deleteDatabase(name))
  const request = indexedDB.open(name.replace(/:\d+:/, ':0:'), 2)
  request.onupgradeneeded = () => {
    const rows = request.result.createObjectStore('updates', { autoIncrement: true })
    for (const update of updates) rows.add(update)
    request.result.createObjectStore('facts').put(1, 'unsent:7')
  }
  const before = await done(request)
  before.close()
}

/** A disk of its own for a server's data, where one may be made and SQLite is what stands on it. */
function smallDisk() {
  if (process.env.STET_TEST_POSTGRES || process.platform !== 'linux') return undefined
  const path = mkdtempSync(join(tmpdir(), 'stet-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', path]).status !== 0) return undefined
  const ballast = join(path, 'ballast')
  return {
    path,
    /** Leaves no room. @returns makes it free again */
    fill() {
      const file = openSync(ballast, 'w')
      try {
        for (const size of [1 << 20, 4096]) {
          try {
            for (;;) writeSync(file, Buffer.alloc(size))
          } catch {
            // Full for pieces of this size.
          }
        }
      } finally {
        closeSync(file)
      }
      return () => rmSync(ballast)
    },
    remove: () => spawnSync('umount', ['-l', path]),
  }
}
