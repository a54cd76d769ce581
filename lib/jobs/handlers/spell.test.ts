import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'

import { db } from '#lib/db/client'
import { revisions } from '#lib/publication/tables'
import { removeStory } from '#lib/story/commands/remove'
import { storySpells } from '#lib/story/log/tables'
import { handover, quiet } from '#lib/story/spell'
import { storyRevisions } from '#lib/story/tables'
import { startChild } from '#lib/testing/child'
import { databaseForAll } from '#lib/testing/database'
import { typeHeadline } from '#lib/testing/log'
import { newsroom, when } from '#lib/testing/newsroom'
import { aStory, publishNow, typeInto } from '#lib/testing/stories'

import { startJobs } from '../runner'
import { jobs } from '../tables'
import { spell } from './spell'

const database = databaseForAll()
let desk: Awaited<ReturnType<typeof newsroom>>
beforeAll(async () => {
  desk = await newsroom()
})
beforeEach(() => db.write(async (tx) => void (await tx.delete(jobs))))

const later = (ms: number) => new Date(when.getTime() + ms)
const open = async () =>
  (await db.select({ done: jobs.doneAt, failed: jobs.failedAt }).from(jobs)).filter((j) => !j.done)
/** Works through the queue until nothing is due any more. */
async function work() {
  const worker = startJobs({ spell }, { poll: 5 })
  await vi.waitFor(async () => expect(await open()).toEqual([]), 8000)
  await worker.stop()
}
const kept = async (id: string) =>
  (
    await db
      .select({ why: storyRevisions.why, at: revisions.at, content: revisions.content, people: storyRevisions.people })
      .from(revisions)
      .innerJoin(storyRevisions, eq(storyRevisions.revision, revisions.id))
      .where(and(eq(revisions.kind, 'story'), eq(revisions.subject, id)))
      .orderBy(asc(revisions.number))
  ).map(({ content, ...rest }) => ({ ...rest, headline: (content as { headline: string }).headline }))

const empty = { document: undefined } as const

/** Takes letters off the beginning of the headline. */
const untype = (ydoc: Y.Doc, letters: number) =>
  ((ydoc.getXmlFragment('headline').get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, letters)

test('of a spell of work one version is kept, as it stood at its last edit, by all who worked', async () => {
  const id = await aStory(desk.nadia, '', empty)
  await typeInto(id, desk.nadia, typeHeadline('Ferry'), later(1000))
  await typeInto(id, desk.sal, typeHeadline('No '), later(2000))
  await work()
  expect(await kept(id)).toEqual([{ why: 'spell', at: later(2000), headline: 'No Ferry', people: ['nadia', 'sal'] }])
  expect(await db.$count(storySpells)).toBe(0)
})

test('work that goes on is looked at again when it may be over', async () => {
  const id = await aStory(desk.nadia, '', empty)
  const now = Date.now()
  await typeInto(id, desk.nadia, typeHeadline('Ferry'), new Date(now - quiet - 5000))
  await typeInto(id, desk.nadia, typeHeadline('No '), new Date(now - 10_000))
  const worker = startJobs({ spell }, { poll: 5 })
  await vi.waitFor(async () => expect((await db.select({ id: jobs.id }).from(jobs)).length).toBe(2), 5000)
  await worker.stop()
  expect(await kept(id)).toEqual([])
  expect((await db.select({ at: jobs.dueAt }).from(jobs).orderBy(asc(jobs.id)))[1]!.at).toEqual(
    new Date(now - 10_000 + quiet),
  )
})

test('where somebody takes over, what stood before is kept at once', async () => {
  const id = await aStory(desk.nadia, '', empty)
  await typeInto(id, desk.nadia, typeHeadline('Ferry'), later(1000))
  await typeInto(id, desk.sal, typeHeadline('No '), later(1000 + handover))
  expect(await kept(id)).toEqual([{ why: 'spell', at: later(1000), headline: 'Ferry', people: ['nadia'] }])
  await work()
  expect((await kept(id)).map(({ headline, people }) => [headline, ...people])).toEqual([
    ['Ferry', 'nadia'],
    ['No Ferry', 'sal'],
  ])
})

test('nothing is kept when nothing has changed since the last revision', async () => {
  const id = await aStory(desk.petra, 'Ferry')
  await typeInto(id, desk.petra, typeHeadline('No '), later(1000))
  await publishNow(desk.petra, id, later(2000))
  await typeInto(id, desk.petra, typeHeadline('Now '), later(3000))
  await typeInto(id, desk.petra, (ydoc) => void untype(ydoc, 4), later(4000))
  await work()
  expect((await kept(id)).map(({ why, headline }) => `${why} ${headline}`)).toEqual([
    'begun Ferry',
    'published No Ferry',
  ])
})

test('a story that came with a text keeps it from the first edit on', async () => {
  const id = await aStory(desk.nadia, 'As imported')
  expect(await kept(id)).toEqual([])
  await typeInto(id, desk.sal, typeHeadline('Not '), later(1000))
  expect(await kept(id)).toMatchObject([{ why: 'begun', at: when, headline: 'As imported' }])
})

test('a story that is gone leaves no job that fails', async () => {
  const id = await aStory(desk.nadia, '', empty)
  await typeInto(id, desk.nadia, typeHeadline('Ferry'), later(1000))
  await removeStory(desk.petra, id)
  await work()
  expect((await db.select({ failed: jobs.failedAt }).from(jobs)).filter(({ failed }) => failed)).toEqual([])
})

test('two processes keep each spell once', async () => {
  const ids: string[] = []
  for (let i = 0; i < 12; i += 1) {
    const id = await aStory(desk.nadia, '', empty)
    await typeInto(id, desk.nadia, typeHeadline(`Ferry ${i}`), later(1000 + i))
    ids.push(id)
  }
  const other = await startChild('lib/testing/child-spells.ts', { CHILD_DATABASE: database.url })
  await other.line()
  await work()
  other.child.kill()
  await other.ended
  for (const [i, id] of ids.entries()) expect((await kept(id)).map(({ headline }) => headline)).toEqual([`Ferry ${i}`])
}, 20_000)
