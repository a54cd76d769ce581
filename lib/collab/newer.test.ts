import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { db } from '#lib/db/client'
import { loadLog } from '#lib/story/log/read'
import { documentOf, headlineOf, isSaved, type, until } from '#lib/testing/collab'
import { edited, insertForeign } from '#lib/testing/log'
import { floodInRooms, logged, saveOf } from '#lib/testing/rooms'

const { desk, open, opens } = floodInRooms()

/** A process of a newer version writes a block that this one does not know. */
async function writeNewer() {
  const theirs = await loadLog(db, 'flood')
  await insertForeign(
    'flood',
    edited(theirs, (ydoc) => ydoc.getXmlFragment('body').push([new Y.XmlElement('hologram')])),
  )
}

test('what only a newer process can read is never shown to a page that would delete it, and the page is told', async () => {
  const nadia = await opens(desk.nadia)
  type(nadia, 'one ')
  await until(isSaved(nadia))
  await writeNewer()
  await until(() => saveOf(nadia) === 'refused')
  expect(nadia.state().refusal).toContain('Stet has been brought up to date')
  const blocks = documentOf(nadia).getXmlFragment('body').toArray()
  expect(blocks.some((block) => block instanceof Y.XmlElement && block.nodeName === 'hologram')).toBe(false)
  expect(headlineOf(nadia)).toBe('one River rises')
  expect(await logged()).toBe('one River rises')
})

test('a story that a newer process has written is not opened by an older one', async () => {
  await writeNewer()
  const petra = await open(desk.petra)
  await until(() => saveOf(petra) === 'refused')
  expect(petra.state().refusal).toContain('Stet has been brought up to date')
})
