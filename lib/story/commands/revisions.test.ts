import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'
import { keepRevision } from '#lib/publication/revisions'
import { revisions } from '#lib/publication/tables'
import { deskForAll } from '#lib/testing/desk'
import { typeBody, typeHeadline } from '#lib/testing/log'
import { when } from '#lib/testing/newsroom'
import { aDocument, aStory, publishNow, typeInto } from '#lib/testing/stories'
import { addTopic, mergeTopics } from '#lib/topic/commands'

import type { StoryFields } from '../content'
import { loadStory } from '../queries/load'
import { loadNow } from '../queries/now'
import { listRevisions, readRevision } from '../queries/revisions'
import { setFields } from './fields'
import { takeOver } from './hold'
import { keepNamed } from './keep-named'
import { restoreRevision } from './restore'
import { setTopics } from './topics'

const desk = deskForAll()

const later = (seconds: number) => new Date(when.getTime() + seconds * 1000)
const told = async (id: string, actor: Actor = desk.petra) =>
  (await listRevisions(actor, id)).revisions.map(({ number, why, name }) => `${number} ${why} ${name}`.trim())
const headline = async (id: string) => (await loadNow(db, id)).document.headline
const restore = async (
  actor: Actor,
  id: string,
  number: number,
  fields: (keyof StoryFields)[] = [],
  { text = true, seconds = 100 } = {},
) => restoreRevision(actor, id, number, { text, fields, version: (await loadStory(db, id)).version }, later(seconds))

test('a version is kept under a name, with who, when and how many words', async () => {
  const id = await aStory(desk.nadia, 'Ferry')
  expect(await keepNamed(desk.nadia, id, '  Before   the lawyer ', later(1))).toBe(1)
  expect(await listRevisions(desk.nadia, id)).toEqual({
    revisions: [
      {
        number: 1,
        at: later(1),
        why: 'named',
        name: 'Before the lawyer',
        people: ['nadia'],
        words: 3,
        restored: null,
        live: false,
      },
    ],
    more: false,
  })
  await expect(keepNamed(desk.nadia, id, ' ')).rejects.toMatchObject({ reason: 'invalid' })
  await expect(keepNamed(desk.nadia, id, 'x'.repeat(121))).rejects.toMatchObject({ reason: 'invalid' })
})

test('what was kept in passing gets the name; what has one keeps it', async () => {
  const id = await aStory(desk.sal, 'Ferry')
  await publishNow(desk.sal, id, later(1))
  expect(await keepNamed(desk.sal, id, 'First edition', later(2))).toBe(1)
  await expect(keepNamed(desk.sal, id, 'Another', later(3))).rejects.toThrow('kept already, as “First edition”')
  expect(await told(id)).toEqual(['1 published First edition'])
})

test('readers’ revision is told among the others, and publishing the same again is refused though others came', async () => {
  const id = await aStory(desk.sal, 'Ferry')
  await publishNow(desk.sal, id, later(1))
  await typeInto(id, desk.sal, typeHeadline('No '), later(2))
  await keepNamed(desk.sal, id, 'No', later(3))
  await restore(desk.sal, id, 1)
  const { revisions } = await listRevisions(desk.sal, id)
  expect(revisions.map(({ number, live }) => [number, live])).toEqual([
    [2, false],
    [1, true],
  ])
  await expect(publishNow(desk.sal, id, later(200))).rejects.toThrow('Readers have all of this already.')
})

test('to restore is an edit like others, and what stood before can be restored in its turn', async () => {
  const id = await aStory(desk.nadia, 'Ferry')
  await keepNamed(desk.nadia, id, 'First', later(1))
  await typeInto(id, desk.sal, typeHeadline('No '), later(2))
  await typeInto(id, desk.sal, typeBody('Yesterday '), later(3))
  expect(await restore(desk.nadia, id, 1)).toBe(2)
  expect(await loadNow(db, id)).toMatchObject({ document: aDocument('Ferry', 'The river rose.') })
  expect(await told(id)).toEqual(['2 restore', '1 named First'])
  expect(await restore(desk.nadia, id, 2, [], { seconds: 200 })).toBe(3)
  expect((await loadNow(db, id)).document).toMatchObject(aDocument('No Ferry', 'Yesterday The river rose.'))
})

test('of the fields only those are restored that were asked for, and none over somebody’s change', async () => {
  const id = await aStory(desk.sal, 'Ferry', { dateline: 'Harl', canonicalUrl: 'https://wire.example/1' })
  await publishNow(desk.sal, id, later(1))
  const { version } = await loadStory(db, id)
  await setFields(desk.sal, id, version, { dateline: 'Skell', canonicalUrl: '', sectionId: 'politics' }, later(2))
  await typeInto(id, desk.sal, typeHeadline('No '), later(3))
  await expect(
    restoreRevision(desk.sal, id, 1, { text: true, fields: ['dateline'], version }, later(4)),
  ).rejects.toMatchObject({ reason: 'conflict' })
  expect(await headline(id)).toBe('No Ferry')
  expect(await told(id)).toEqual(['1 published'])
  await restore(desk.sal, id, 1, ['dateline', 'sectionId'], { text: false })
  expect(await loadStory(db, id)).toMatchObject({ dateline: 'Harl', sectionId: 'river', canonicalUrl: '' })
  expect(await headline(id)).toBe('No Ferry')
})

test('topics come back as what they are called now, and a slug that follows the headline goes on doing so', async () => {
  const [gates, ferries, boats] = [
    await addTopic(desk.petra, 'Gates'),
    await addTopic(desk.petra, 'Ferries'),
    await addTopic(desk.petra, 'Boats'),
  ]
  const id = await aStory(desk.nadia, 'Ferry talks', { topics: [gates, ferries] })
  await keepNamed(desk.nadia, id, 'First', later(1))
  await setTopics(desk.nadia, id, 1, [], later(2))
  await typeInto(id, desk.nadia, typeHeadline('No '), later(3))
  await mergeTopics(desk.petra, ferries, boats, later(4))
  await restore(desk.nadia, id, 1, ['topics', 'slug'])
  expect(await loadStory(db, id)).toMatchObject({ topics: [gates, boats], slug: 'ferry-talks', slugEdited: false })
})

test('a revision of an earlier document is lifted when it is read and when it is restored', async () => {
  const id = await aStory(desk.nadia, 'Ferry')
  await keepNamed(desk.nadia, id, 'First', later(1))
  await db.write((tx) => tx.update(revisions).set({ schema: 1 }).where(eq(revisions.subject, id)))
  await typeInto(id, desk.nadia, typeHeadline('No '), later(2))
  expect((await readRevision(desk.nadia, id, 1)).content.headline).toBe('Ferry')
  await restore(desk.nadia, id, 1)
  expect(await headline(id)).toBe('Ferry')
})

test('a history is read on from where its list ended, also what was kept before the desk noted why', async () => {
  const id = await aStory(desk.nadia, 'Ferry')
  const { document, fields } = await loadNow(db, id)
  const content = { ...document, ...fields }
  await db.write(async (tx) => {
    for (let i = 1; i <= 52; i += 1)
      await keepRevision(tx, {
        kind: 'story',
        subject: id,
        schema: document.schema,
        content,
        fingerprint: String(i),
        by: 'nadia',
        at: later(i),
      })
  })
  const first = await listRevisions(desk.nadia, id)
  expect([first.revisions.length, first.more]).toEqual([50, true])
  const rest = await listRevisions(desk.nadia, id, first.revisions.at(-1)!.number)
  expect(rest).toMatchObject({ revisions: [{ number: 2 }, { number: 1 }], more: false })
  expect(rest.revisions[1]).toMatchObject({ why: 'published', people: ['nadia'], words: null })
})

test('who may read a story sees its history; who may edit it keeps and restores versions', async () => {
  const id = await aStory(desk.nadia, 'Ferry')
  await keepNamed(desk.nadia, id, 'First', later(1))
  const wanda: Actor = { ...desk.nadia, id: 'wanda', name: 'wanda' }
  const answers = async (actor: Actor) => {
    const ask = async (run: () => Promise<unknown>) =>
      run().then(
        () => 'yes',
        (error) => (isRefusal(error) ? error.reason : Promise.reject(error)),
      )
    await typeInto(id, desk.nadia, typeHeadline('! '), later(2))
    return [
      await ask(() => listRevisions(actor, id)),
      await ask(() => readRevision(actor, id, 1)),
      await ask(() => keepNamed(actor, id, `By ${actor.id}`)),
      await ask(() => restore(actor, id, 1)),
    ]
  }
  const no = 'not-found'
  expect(await answers(desk.nadia)).toEqual(['yes', 'yes', 'yes', 'yes']) // its writer
  expect(await answers(wanda)).toEqual(['yes', 'yes', 'forbidden', 'forbidden']) // another of the section
  expect(await answers(desk.sal)).toEqual(['yes', 'yes', 'yes', 'yes']) // its editor
  expect(await answers(desk.petra)).toEqual(['yes', 'yes', 'yes', 'yes'])
  expect(await answers(desk.tom)).toEqual([no, no, no, no]) // of another section
  expect(await answers(desk.kit)).toEqual([no, no, no, no])
  await expect(readRevision(desk.nadia, id, 99)).rejects.toMatchObject({ reason: no })
  await expect(restore(desk.nadia, id, 99)).rejects.toMatchObject({ reason: no })
  await expect(restore(desk.nadia, id, 1, [], { text: false })).rejects.toMatchObject({ reason: 'invalid' })
})

test('nothing is restored in a story that a colleague has taken over', async () => {
  const id = await aStory(desk.nadia, 'Ferry')
  await keepNamed(desk.nadia, id, 'First', later(1))
  await typeInto(id, desk.nadia, typeHeadline('No '), later(2))
  await takeOver(desk.sal, id, 'The lawyer is on the telephone.', later(3))
  await expect(restore(desk.nadia, id, 1, [], { seconds: 4 })).rejects.toThrow('sal has taken over this story')
  await restore(desk.sal, id, 1, [], { seconds: 5 })
  expect(await headline(id)).toBe('Ferry')
})
