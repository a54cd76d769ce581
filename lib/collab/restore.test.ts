import { expect, test } from 'vitest'

import { keepNamed } from '#lib/story/commands/keep-named'
import { restoreRevision } from '#lib/story/commands/restore'
import { toDocument } from '#lib/story/document/ydoc'
import { readRevision } from '#lib/story/queries/revisions'
import { startChild } from '#lib/testing/child'
import { documentOf, headlineOf, isSaved, type, until } from '#lib/testing/collab'
import { edited, typeBody } from '#lib/testing/log'
import { floodInRooms, logged, saveOf } from '#lib/testing/rooms'

const { database, desk, opens } = floodInRooms()

const whole = { text: true, fields: [], version: 1 }
const says = (connection: Parameters<typeof documentOf>[0]) => JSON.stringify(toDocument(documentOf(connection)).body)

test('a version is restored while others type: everybody has it, nobody is refused, nothing they type is lost', async () => {
  const nadia = await opens(desk.nadia)
  const petra = await opens(desk.petra)
  await keepNamed(desk.nadia, 'flood', 'First')
  type(nadia, 'Wrong ')
  await until(isSaved(nadia))
  let typing = true
  const typed: string[] = []
  const typist = (async () => {
    for (let i = 0; typing; i += 1) {
      const word = `[${i}] `
      edited(documentOf(petra), typeBody(word))
      typed.push(word)
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  })()
  await until(() => typed.length > 5)
  const stood = await restoreRevision(desk.sal, 'flood', 1, whole)
  await until(() => headlineOf(nadia) === 'River rises' && headlineOf(petra) === 'River rises', 15_000)
  const before = typed.length
  await until(() => typed.length > before + 20)
  typing = false
  await typist
  await until(isSaved(petra), 15_000)
  await until(() => says(nadia) === says(petra))
  expect([saveOf(nadia), saveOf(petra)]).toEqual(['saved', 'saved'])
  // What was in the log when it was restored is in the version that was kept first; what came after is there.
  const { content } = await readRevision(desk.sal, 'flood', stood)
  const [kept, there] = [JSON.stringify(content.body), says(nadia)]
  expect(typed.filter((word) => !kept.includes(word) && !there.includes(word))).toEqual([])
  expect(typed.filter((word) => kept.includes(word)).length).toBeGreaterThan(0)
  expect(typed.slice(before).filter((word) => there.includes(word)).length).toBeGreaterThan(20)
  await restoreRevision(desk.sal, 'flood', stood, whole)
  await until(() => headlineOf(nadia) === 'Wrong River rises')
}, 40_000)

test('rooms of another process have it too, and go on', async () => {
  const other = await startChild('lib/testing/child-collab.ts', { CHILD_DATABASE: database.url })
  const nadia = await opens(desk.nadia, undefined, await other.line())
  await keepNamed(desk.nadia, 'flood', 'First')
  type(nadia, 'Wrong ')
  await until(isSaved(nadia))
  await restoreRevision(desk.sal, 'flood', 1, whole)
  await until(() => headlineOf(nadia) === 'River rises')
  type(nadia, 'Again ')
  await until(isSaved(nadia))
  expect(await logged()).toBe('Again River rises')
  await nadia.destroy()
  other.child.kill()
  await other.ended
})
