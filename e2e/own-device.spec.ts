import * as Y from 'yjs'

import { editScreen } from './support/desk'
import { expect, test } from './support/test'

test('a text that the server refuses is kept beside the story: read, copied, taken over, or thrown away at last', async ({
  page,
  context,
  addPerson,
  enter,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // The words on their way to the server become a change that it knows nothing of, and refuses.
  let spoilt = false
  await page.routeWebSocket(/\/collab$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => server.send(spoilt ? spoil(message) : message))
  })
  await enter(page, await addPerson({ role: 'writer' }))
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.body, 'The gates held.')
  await screen.saved()
  const refused = page.getByRole('alert').filter({ hasText: 'Not accepted' })
  const { recovered } = screen
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const refuse = async (words: string) => {
    spoilt = true
    await screen.type(screen.body, '')
    await page.keyboard.insertText(words)
    await expect(refused).toContainText('on this device')
    await expect(screen.body).toHaveAttribute('contenteditable', 'false')
    await refused.getByRole('button', { name: 'Copy my text' }).click()
    await expect(refused.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await copied()).toContain(words)
    spoilt = false
    await refused.getByRole('button', { name: 'Start again from the server' }).click()
    await expect(refused).toBeHidden()
    await screen.saved()
  }

  await refuse(' Refused the first time.')
  await expect(screen.body).toHaveText('The gates held.')
  await page.reload()
  await screen.saved()
  await recovered.getByRole('button', { name: 'Read it…' }).click()
  await expect(screen.dialog).toContainText('The gates held. Refused the first time.')
  await screen.dialog.getByRole('button', { name: 'Copy it' }).click()
  await expect.poll(copied).toContain('Refused the first time.')
  await screen.dialog.getByRole('button', { name: 'Take it over' }).click()
  await expect(screen.body).toHaveText('The gates held. Refused the first time.')
  await screen.saved()
  await expect(recovered).toHaveCount(0)

  await refuse(' Refused the second time.')
  await recovered.getByRole('button', { name: 'Read it…' }).click()
  await screen.dialog.getByRole('button', { name: 'Throw it away…' }).click()
  await screen.dialog.getByRole('button', { name: 'Throw it away: it cannot be undone' }).click()
  await expect(recovered).toHaveCount(0)
  await screen.type(screen.body, ' All night.')
  await screen.saved()
  await page.reload()
  await expect(screen.body).toHaveText('The gates held. Refused the first time. All night.')
  await expect(recovered).toHaveCount(0)
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
  const { recovered } = screen
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

test('where the browser keeps nothing, the desk says so, and asks before the window closes', async ({
  page,
  context,
  addPerson,
  enter,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
  })
  await enter(page, await addPerson({ role: 'writer' }))
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.type(screen.headline, 'Crews')
  await screen.saved()
  await context.setOffline(true)
  await screen.type(screen.headline, ' vote')
  await expect(screen.bar).toContainText('In this window only')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()

  await context.setOffline(false)
  await screen.saved()
  await screen.open(address)
  await expect(screen.headline).toHaveText('Crews vote')
})

/**
 * An edit on its way to the server, with another one in its stead: of a part that no story has.
 * A message is the story's id (its length before it), what it is about (0: the text), what it does (2: an edit) and,
 * their length before them, the bytes of the edit.
 */
function spoil(message: string | Buffer): string | Buffer {
  if (typeof message === 'string') return message
  const about = 1 + (message[0] ?? 0)
  if (message[about] !== 0 || message[about + 1] !== 2) return message
  const strange = new Y.Doc()
  strange.getMap('strange').set('to', 'us')
  const edit = Y.encodeStateAsUpdate(strange)
  return Buffer.concat([message.subarray(0, about + 2), Buffer.from([edit.length]), edit])
}

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
