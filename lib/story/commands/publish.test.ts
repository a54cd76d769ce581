import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { findSearch } from '#lib/db/search'
import { rebuildLive } from '#lib/publication/rebuild'
import { publications, revisions } from '#lib/publication/tables'
import { liveAddresses, liveStories, liveStoryTopics } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow, seenNow, typeInto } from '#lib/testing/stories'
import { addTopic, mergeTopics } from '#lib/topic/commands'

import { changesBetween } from '../document/changes'
import { schemaVersion } from '../document/nodes'
import { toDocument } from '../document/ydoc'
import { loadLog } from '../log/read'
import { findLiveContent } from '../queries/live-content'
import { loadStory } from '../queries/load'
import { findPublishState } from '../queries/publish-state'
import { stories } from '../tables'
import { setFields } from './fields'
import { publishStory } from './publish'
import { removeStory } from './remove'
import { setTopics } from './topics'
import { withdrawStory } from './withdraw'

const desk = deskForAll()

const later = (minutes: number) => new Date(when.getTime() + minutes * 60_000)
const live = async (id: string) => {
  const [row] = await db
    .select({ headline: liveStories.headline, slug: liveStories.slug })
    .from(liveStories)
    .where(eq(liveStories.subject, id))
  return row
}
const acts = async (id: string) =>
  (
    await db
      .select({ act: publications.act })
      .from(publications)
      .where(eq(publications.subject, id))
      .orderBy(publications.seq)
  ).map(({ act }) => act)

describe('publishing', () => {
  test('gives readers the story, and tells the step, what readers have and search', async () => {
    const id = await aStory(desk.nadia, 'Quagga on the slipway')
    expect(await live(id)).toBeUndefined()
    expect(await publishNow(desk.sal, id)).toMatchObject({ act: 'publish', revision: 1, ended: [] })
    expect(await live(id)).toEqual({ headline: 'Quagga on the slipway', slug: 'quagga-on-the-slipway' })
    expect(await loadStory(db, id)).toMatchObject({ step: 'ready', version: 1 })
    expect(await findPublishState(id)).toMatchObject({
      state: 'live',
      revision: 1,
      waiting: false,
      path: '/river/quagga-on-the-slipway',
    })
    expect((await findSearch(db, 'quagga', 10)).total).toBe(1)
  })

  test('later typing waits and readers keep what they have, until the update', async () => {
    const id = await aStory(desk.nadia, 'Tide')
    await publishNow(desk.sal, id, later(0))
    await typeInto(id, desk.nadia, (ydoc) => ydoc.getXmlFragment('body').delete(0, 1), later(1))
    await typeInto(
      id,
      desk.nadia,
      (ydoc) => ydoc.getXmlFragment('body').insert(0, [paragraphOf('p9', 'It fell.')]),
      later(1),
    )
    expect(await findPublishState(id)).toMatchObject({ state: 'live', waiting: true, revision: 1 })
    expect((await findSearch(db, 'tide fell', 10)).total).toBe(0)
    expect(await publishNow(desk.sal, id, later(2))).toMatchObject({ act: 'update', revision: 2, ended: [] })
    expect(await findPublishState(id)).toMatchObject({ waiting: false, publishedAt: later(0), updatedAt: later(2) })
    expect((await findSearch(db, 'tide fell', 10)).total).toBe(1)
    await expect(publishNow(desk.sal, id, later(3))).rejects.toThrow('have all of this already')
  })

  test('is for editors of the section, of whole stories', async () => {
    const id = await aStory(desk.nadia, 'Not yet', { people: [] })
    await expect(publishNow(desk.nadia, id)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(publishNow(desk.tom, id)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(publishNow(desk.sal, id)).rejects.toMatchObject({
      reason: 'rule',
      detail: { problems: [{ id: 'byline', level: 'must' }] },
    })
    expect(await acts(id)).toEqual([])
    expect(await db.$count(revisions, and(eq(revisions.kind, 'story'), eq(revisions.subject, id)))).toBe(0)
  })

  test('a bad snapshot is refused as such', async () => {
    const id = await aStory(desk.nadia, 'Bad')
    await expect(publishStory(desk.sal, id, { snapshot: '////', version: 1 })).rejects.toMatchObject({
      reason: 'invalid',
    })
  })
})

describe('the text that is meant', () => {
  test('while the log lacks what the editor saw, he is told to wait', async () => {
    const id = await aStory(desk.nadia, 'Wait')
    const seen = await seenNow(id)
    const ahead = new Y.Doc()
    ahead.getXmlFragment('headline').insert(0, [new Y.XmlText('x')])
    seen.snapshot = Buffer.from(Y.encodeSnapshot(Y.snapshot(ahead))).toString('base64')
    await expect(publishStory(desk.sal, id, seen)).rejects.toMatchObject({
      reason: 'conflict',
      detail: { code: 'wait' },
    })
  })

  test('a colleague’s unseen sentence stops it, says whose and where, and one more click publishes just that', async () => {
    const id = await aStory(desk.nadia, 'Unseen')
    const seen = await seenNow(id)
    await typeInto(id, desk.nadia, (ydoc) => ydoc.getXmlFragment('body').insert(1, [paragraphOf('p2', 'It fell.')]))
    const refusal = await publishStory(desk.sal, id, seen).catch((error) => error)
    expect(refusal).toMatchObject({
      reason: 'conflict',
      detail: { code: 'unseen', changes: [{ block: 'p2', text: 'It fell.', by: 'nadia' }], fields: false },
    })
    expect(refusal.message).toContain('nadia')
    expect(await live(id)).toBeUndefined()
    const { snapshot, version } = refusal.detail
    expect(await publishStory(desk.sal, id, { snapshot, version })).toMatchObject({ act: 'publish' })
  })

  test('fields changed meanwhile stop it too', async () => {
    const id = await aStory(desk.nadia, 'Fields meanwhile')
    const seen = await seenNow(id)
    await setFields(desk.nadia, id, 1, { dateline: 'Harl' })
    await expect(publishStory(desk.sal, id, seen)).rejects.toMatchObject({
      reason: 'conflict',
      detail: { code: 'unseen', changes: [], fields: true, version: 2 },
    })
  })
})

describe('addresses', () => {
  test('withdrawn, a story leaves readers its note at its address and nothing in search; published again, it is back', async () => {
    const id = await aStory(desk.nadia, 'Numbat sighted')
    await publishNow(desk.sal, id, later(0))
    await expect(withdrawStory(desk.nadia, id, 'x', 'wrong')).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(withdrawStory(desk.sal, id, 'x'.repeat(501), 'wrong')).rejects.toMatchObject({
      fields: { note: /500/ },
    })
    await withdrawStory(desk.sal, id, 'It was a\u0000 stoat.\ud800', 'wrong', later(1))
    expect(await live(id)).toBeUndefined()
    expect(await findPublishState(id)).toEqual({ state: 'withdrawn', at: later(1), note: 'It was a stoat.' })
    expect((await findSearch(db, 'numbat', 10)).total).toBe(0)
    await expect(withdrawStory(desk.sal, id, 'Twice.', 'wrong')).rejects.toMatchObject({ reason: 'rule' })
    expect(await publishNow(desk.sal, id, later(2))).toMatchObject({ act: 'publish' })
    expect(await findPublishState(id)).toMatchObject({ state: 'live', publishedAt: later(0), updatedAt: later(0) })
    expect(await acts(id)).toEqual(['publish', 'withdraw', 'publish'])
  })

  test('removed, a story is nowhere but in the log, and its slug is free', async () => {
    const id = await aStory(desk.nadia, 'Gone without trace')
    await publishNow(desk.sal, id)
    await expect(removeStory(desk.sal, id)).rejects.toMatchObject({ reason: 'not-found' })
    await removeStory(desk.petra, id)
    expect(await live(id)).toBeUndefined()
    expect(await db.$count(liveAddresses, eq(liveAddresses.subject, id))).toBe(0)
    expect(await db.$count(revisions, eq(revisions.subject, id))).toBe(0)
    expect(await db.$count(stories, eq(stories.id, id))).toBe(0)
    expect(await acts(id)).toEqual(['publish', 'remove'])
    expect((await loadStory(db, await aStory(desk.nadia, 'Gone without trace'))).slug).toBe('gone-without-trace')
  })
})

test('a merged topic takes its stories over on the desk and for readers; unpublished changes stay so', async () => {
  const [from, into] = [await addTopic(desk.sal, 'Floods'), await addTopic(desk.sal, 'Flooding')]
  const steady = await aStory(desk.nadia, 'Steady', { topics: [from] })
  const changed = await aStory(desk.nadia, 'Changed', { topics: [into, from] })
  for (const id of [steady, changed]) await publishNow(desk.sal, id, later(0))
  await setTopics(desk.nadia, changed, 1, [from])
  await mergeTopics(desk.sal, from, into, later(1))
  const topicsOf = async (id: string) =>
    (await db.select({ id: liveStoryTopics.topicId }).from(liveStoryTopics).where(eq(liveStoryTopics.subject, id))).map(
      (row) => row.id,
    )
  expect([await topicsOf(steady), await topicsOf(changed)]).toEqual([[into], [into]])
  expect([(await loadStory(db, steady)).topics, (await loadStory(db, changed)).topics]).toEqual([[into], [into]])
  expect(await findPublishState(steady)).toMatchObject({ revision: 2, waiting: false, updatedAt: later(0) })
})

test('a merge does not let a working copy’s other changes through', async () => {
  const [from, into] = [await addTopic(desk.sal, 'Old'), await addTopic(desk.sal, 'New')]
  const id = await aStory(desk.nadia, 'Half done', { topics: [from] })
  await publishNow(desk.sal, id)
  await setFields(desk.nadia, id, 1, { dateline: 'Harl' })
  await mergeTopics(desk.sal, from, into)
  expect(await findPublishState(id)).toMatchObject({ waiting: true })
  const [row] = await db.select({ dateline: liveStories.dateline }).from(liveStories).where(eq(liveStories.subject, id))
  expect(row!.dateline).toBe('')
})

describe('a revision kept under the document’s first version', () => {
  const keptUnder = (schema: number, id: string) =>
    db.write((tx) => tx.update(revisions).set({ schema }).where(eq(revisions.subject, id)))

  test('is read, told apart from the working copy, tagged otherwise, replayed and updated', async () => {
    const [from, into] = [await addTopic(desk.sal, 'Piers'), await addTopic(desk.sal, 'Quays')]
    const id = await aStory(desk.nadia, 'From before', { topics: [from] })
    await publishNow(desk.sal, id, later(0))
    await keptUnder(1, id)
    const text = toDocument(await loadLog(db, id))
    expect(changesBetween((await findLiveContent(desk.sal, id))!, text)).toEqual([])
    expect(await findPublishState(id)).toMatchObject({ waiting: false })
    await expect(publishNow(desk.sal, id, later(1))).rejects.toThrow('have all of this already')

    await mergeTopics(desk.sal, from, into, later(1))
    expect(await findLiveContent(desk.sal, id)).toMatchObject({ body: text.body, topics: [into] })
    await typeInto(id, desk.nadia, (ydoc) => ydoc.getXmlFragment('body').push([paragraphOf('p9', 'It fell.')]))
    expect(await publishNow(desk.sal, id, later(2))).toMatchObject({ act: 'update', revision: 3, ended: [] })
    const schemas = await db.select({ schema: revisions.schema }).from(revisions).where(eq(revisions.subject, id))
    expect(schemas).toEqual([{ schema: 1 }, { schema: schemaVersion }, { schema: schemaVersion }])
    expect(await rebuildLive(lives, { check: true })).toEqual([])
  })

  test('is lifted by its number: one of a version that nobody knows is not taken for ours', async () => {
    const id = await aStory(desk.nadia, 'From afterwards')
    await publishNow(desk.sal, id, later(0))
    await keptUnder(99, id)
    await expect(findLiveContent(desk.sal, id)).rejects.toThrow('has schema 99')
    await expect(rebuildLive(lives, { check: true })).rejects.toThrow('has schema 99')
    await keptUnder(2, id)
  })
})

function paragraphOf(id: string, text: string) {
  const element = new Y.XmlElement('paragraph')
  element.setAttribute('id', id)
  element.insert(0, [new Y.XmlText(text)])
  return element
}
