import * as Y from 'yjs'

import { editScreen } from './support/desk'
import { expect, test } from './support/test'

test('a text that the server refuses can be copied, and is thrown away only when asked for twice', async ({
  page,
  context,
  addPerson,
  signIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // The words on their way to the server become a change that it knows nothing of, and refuses.
  let spoilt = false
  await page.routeWebSocket(/\/collab$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => server.send(spoilt ? spoil(message) : message))
  })
  await signIn(page, await addPerson({ role: 'writer' }))
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.body, 'The gates held.')
  await screen.saved()
  for (const round of ['first', 'second']) {
    spoilt = true
    await screen.type(screen.body, '')
    await page.keyboard.insertText(` Refused the ${round} time.`)
    const refused = page.getByRole('alert').filter({ hasText: 'Not accepted' })
    await expect(refused).toContainText('on this device')
    await expect(screen.body).toHaveAttribute('contenteditable', 'false')
    await refused.getByRole('button', { name: 'Copy my text' }).click()
    await expect(refused.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`Refused the ${round} time.`)

    await refused.getByRole('button', { name: 'Start again from the server…' }).click()
    await expect(screen.body).toContainText(`Refused the ${round} time.`)
    spoilt = false
    await refused.getByRole('button', { name: /^Throw my text away/ }).click()
    await expect(refused).toBeHidden()
    await expect(screen.body).toHaveText('The gates held.')
    await screen.saved()
  }
  await screen.type(screen.body, ' All night.')
  await screen.saved()
  await page.reload()
  await expect(screen.body).toHaveText('The gates held. All night.')
})

test('where the browser keeps nothing, the desk says so, and asks before the window closes', async ({
  page,
  context,
  addPerson,
  signIn,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
  })
  await signIn(page, await addPerson({ role: 'writer' }))
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
