import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { databaseForEach } from '#lib/testing/database'
import { everyDocument } from '#lib/testing/document'
import { beginStory, edited, typeHeadline } from '#lib/testing/log'
import { newsroom, when } from '#lib/testing/newsroom'

import { bodyText, countWords } from '../document/text'
import { toDocument } from '../document/ydoc'
import { compact } from './compact'
import { loadLog } from './read'
import { storyLog, storyProjections } from './tables'
import { appendUpdate, project } from './write'

databaseForEach()
beforeEach(async () => {
  await newsroom()
  await beginStory('flood')
})

const later = (seconds: number) => new Date(when.getTime() + seconds * 1000)
const rows = () => db.select().from(storyLog).where(eq(storyLog.storyId, 'flood')).orderBy(asc(storyLog.seq))
const projection = async () => (await db.select().from(storyProjections))[0]
const type = async (words: string, by: string | null, at: Date) =>
  appendUpdate({ storyId: 'flood', update: edited(await loadLog(db, 'flood'), typeHeadline(words)), by, at })

test('a log begins with the document and gives it back with all that was appended', async () => {
  expect(toDocument(await loadLog(db, 'flood'))).toEqual(everyDocument)
  await type('The ', 'sal', later(1))
  expect(toDocument(await loadLog(db, 'flood')).headline).toBe('The River rises')
  expect((await rows()).map(({ by }) => by)).toEqual(['nadia', 'sal'])
})

test('the projection says what the log says, and who edited last', async () => {
  await type('ÉTÉ: ', 'sal', later(1))
  expect(await projection()).toMatchObject({ headline: 'River rises', editedBy: 'nadia' })
  await db.write((tx) => project(tx, 'flood'))
  expect(await projection()).toMatchObject({
    headline: 'ÉTÉ: River rises',
    folded: 'ete river rises',
    words: countWords(bodyText(everyDocument.body)),
    editedBy: 'sal',
    editedAt: later(1),
  })
})

test('what no person did changes the projection’s text and not its last editor', async () => {
  await type('1 ', 'sal', later(2))
  await db.write((tx) => project(tx, 'flood'))
  await type('2 ', null, later(3))
  await type('3 ', 'nadia', later(1))
  await db.write((tx) => project(tx, 'flood'))
  expect(await projection()).toMatchObject({ headline: '3 2 1 River rises', editedBy: 'sal', editedAt: later(2) })
})

test('compaction leaves one row in the last one’s place, with the same text and last editor', async () => {
  for (let i = 0; i < 20; i += 1) await type(`${i} `, 'sal', later(i))
  await db.write((tx) => project(tx, 'flood'))
  const before = { document: toDocument(await loadLog(db, 'flood')), last: (await rows()).at(-1)?.seq }
  const shown = await projection()
  expect(await compact('flood')).toBe(21)
  expect(await rows()).toMatchObject([{ seq: before.last, by: null, process: '', at: later(19) }])
  expect(toDocument(await loadLog(db, 'flood'))).toEqual(before.document)
  await db.write((tx) => project(tx, 'flood'))
  expect(await projection()).toEqual(shown)
  expect(await compact('flood')).toBe(0)
})

test('nothing typed while compactions run is lost', async () => {
  const ydoc = await loadLog(db, 'flood')
  const typing = async () => {
    for (let i = 0; i < 100; i += 1)
      await appendUpdate({ storyId: 'flood', update: edited(ydoc, typeHeadline('x')), by: 'sal', at: when })
  }
  const typed = typing()
  let done = false
  void typed.then(() => (done = true))
  let compactions = 0
  while (!done) compactions += (await compact('flood')) ? 1 : 0
  await typed
  expect(compactions).toBeGreaterThan(2)
  expect(toDocument(await loadLog(db, 'flood')).headline).toBe(`${'x'.repeat(100)}River rises`)
})

test('a log with a hole is not compacted, and heals when the missing row comes', async () => {
  const ydoc = await loadLog(db, 'flood')
  const first = edited(ydoc, typeHeadline('a'))
  const second = edited(ydoc, typeHeadline('b'))
  await appendUpdate({ storyId: 'flood', update: second, by: 'sal', at: when })
  expect(await compact('flood')).toBe(0)
  await appendUpdate({ storyId: 'flood', update: first, by: 'sal', at: when })
  expect(toDocument(await loadLog(db, 'flood')).headline).toBe('baRiver rises')
  expect(await compact('flood')).toBe(3)
})

test('an append to a story that is not there fails nobody else', async () => {
  const ydoc = await loadLog(db, 'flood')
  const update = edited(ydoc, typeHeadline('a'))
  const [lost, kept] = await Promise.allSettled([
    appendUpdate({ storyId: 'none', update, by: 'sal', at: when }),
    appendUpdate({ storyId: 'flood', update, by: 'sal', at: when }),
  ])
  expect([lost.status, kept.status]).toEqual(['rejected', 'fulfilled'])
  expect(await rows()).toHaveLength(2)
})
