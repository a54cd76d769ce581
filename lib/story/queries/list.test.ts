import { beforeAll, describe, expect, test } from 'vitest'

import type { Actor } from '#lib/auth/actor'
import { may } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { deskForAll } from '#lib/testing/desk'
import { person, when } from '#lib/testing/newsroom'
import { aStory, publishNow, seenNow } from '#lib/testing/stories'
import { addTopic } from '#lib/topic/commands'

import { assignStory } from '../commands/assign'
import { setEmbargo } from '../commands/embargo'
import { setFields } from '../commands/fields'
import { handIn, sendBack } from '../commands/move'
import { scheduleStory } from '../commands/schedule'
import { spikeStory } from '../commands/spike'
import { withdrawStory } from '../commands/withdraw'
import { countStories, listStories, type StoryFilter } from './list'
import { loadStory } from './load'
import { findStory } from './story'

const desk = deskForAll()
let ids: Record<string, string>
let flooding: string
const minute = (n: number) => new Date(when.getTime() + n * 60_000)

beforeAll(async () => {
  const { nadia, tom, sal, petra, kit } = desk
  flooding = await addTopic(sal, 'Flooding')
  ids = {
    gates: await aStory(nadia, 'Gates close at five', { topics: [flooding] }, minute(1)),
    ferry: await aStory(nadia, 'Ferry “crews” vote: Łódź-built boats', {}, minute(2)),
    seat: await aStory(tom, 'Orms Bay seat', { sectionId: 'politics' }, minute(3)),
    count: await aStory(tom, 'Orms Bay count', { sectionId: 'politics' }, minute(3)),
    match: await aStory(petra, 'Harl go up', { sectionId: 'sport' }, minute(4)),
    homeless: await aStory(kit, 'No place yet', { sectionId: null }, minute(5)),
    spiked: await aStory(tom, 'Spiked', { sectionId: 'politics' }, minute(6)),
  }
  await handIn(tom, ids.seat!, minute(7))
  await assignStory(petra, ids.match!, tom.id, minute(7))
  await spikeStory(tom, ids.spiked!, minute(7))
  await publishNow(sal, ids.gates!, minute(7))
  await publishNow(sal, ids.ferry!, minute(7))
  await publishNow(sal, ids.count!, minute(7))
  await withdrawStory(sal, ids.count!, 'It was wrong.', 'wrong', minute(8))
  await setFields(nadia, ids.ferry!, 1, { dateline: 'Skell' }, minute(9))
  await setEmbargo(petra, ids.match!, { until: new Date(Date.now() + 3_600_000), why: 'The league’s' }, minute(9))
  const planned = { at: new Date(Date.now() + 7_200_000) }
  await scheduleStory(sal, ids.seat!, await seenNow(ids.seat!), planned)
  await sendBack(sal, ids.seat!, 'One more look.', minute(9))
  await handIn(tom, ids.seat!, minute(9))
})

const names = async (actor: Actor, filter: StoryFilter) => {
  const { rows } = await listStories(actor, filter, { size: 50 })
  return rows.map((row) => Object.keys(ids).find((name) => ids[name] === row.id))
}

describe('the list', () => {
  test.each<[StoryFilter, string[]]>([
    [{}, ['ferry', 'homeless', 'match', 'count', 'seat', 'gates']],
    [{ show: 'draft' }, ['homeless', 'match']],
    [{ show: 'review' }, ['seat']],
    [{ show: 'ready' }, ['ferry', 'count']],
    [{ show: 'live' }, ['ferry', 'gates']],
    [{ show: 'changes' }, ['ferry']],
    [{ show: 'withdrawn' }, ['count']],
    [{ show: 'scheduled' }, ['seat']],
    [{ show: 'embargoed' }, ['match']],
    [{ show: 'spiked' }, ['spiked']],
    [{ section: 'politics' }, ['count', 'seat']],
    [{ section: 'none' }, ['homeless']],
    [{ writer: 'nadia' }, ['ferry', 'gates']],
    [{ words: 'orms ba' }, ['count', 'seat']],
    [{ words: 'bay ORMS' }, ['count', 'seat']],
    [{ words: 'rms' }, []],
    [{ words: 'crews lodz' }, ['ferry']],
    [{ words: '100%' }, []],
    [{ section: 'politics', show: 'review', words: 'seat' }, ['seat']],
  ])('%j shows %j', async (filter, expected) => {
    expect((await names(desk.petra, filter)).sort()).toEqual([...expected].sort())
  })

  test('is ordered by the last edit, newest first', async () => {
    const { rows } = await listStories(desk.petra, {}, { size: 50 })
    const times = rows.map((row) => row.editedAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(rows[0]!.id).toBe(ids.ferry)
  })

  test('tells a topic’s stories and those assigned to the actor', async () => {
    expect(await names(desk.petra, { topic: flooding })).toEqual(['gates'])
    expect(await names(desk.tom, { show: 'mine' })).toEqual(['match'])
  })

  test('tells one’s own drafts from those assigned to one', async () => {
    expect(await names(desk.kit, { show: 'own' })).toEqual(['homeless'])
    expect(await names(desk.petra, { show: 'own' })).toEqual(['match'])
    expect(await names(desk.tom, { show: 'own' })).toEqual([])
  })

  test('tells what the actor may do to each story', async () => {
    const mayOf = async (actor: Actor, name: string) => {
      const { rows } = await listStories(actor, {}, { size: 50 })
      return rows.find(({ id }) => id === ids[name])?.may
    }
    expect(await mayOf(desk.sal, 'seat')).toEqual({ edit: true, assign: true, next: 'markReady' })
    expect(await mayOf(desk.tom, 'seat')).toEqual({ edit: true, assign: false, next: undefined })
    expect(await mayOf(desk.tom, 'match')).toEqual({ edit: true, assign: false, next: 'handIn' })
    expect(await mayOf(desk.nadia, 'gates')).toEqual({ edit: true, assign: false, next: undefined })
  })

  test('tells step and what readers have apart', async () => {
    const { rows } = await listStories(desk.petra, {}, { size: 50 })
    const row = (name: string) => rows.find(({ id }) => id === ids[name])
    expect(row('gates')).toMatchObject({
      step: 'ready',
      live: 'live',
      waiting: false,
      section: { id: 'river' },
      bylines: [{ id: 'nadia' }],
      publishedAt: minute(7),
    })
    expect(row('ferry')).toMatchObject({ live: 'live', waiting: true, editedBy: 'nadia' })
    expect(row('count')).toMatchObject({ live: 'withdrawn', waiting: false, publishedAt: null })
    expect(row('match')).toMatchObject({ live: 'unpublished', assignedTo: { id: 'tom' }, words: 3 })
    expect(row('homeless')).toMatchObject({ section: null })
  })

  test('goes on after equal times without a story lost or doubled', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listStories(desk.petra, {}, { size: 1, after })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(6)
    expect(new Set(seen).size).toBe(6)
    expect((await listStories(desk.petra, {}, { size: 6 })).next).toBeUndefined()
  })

  test('counts for each chip what the chip would list', async () => {
    for (const actor of [desk.petra, desk.tom, desk.sal, desk.kit])
      for (const [show, count] of Object.entries(await countStories(actor)))
        expect(await names(actor, { show: show as never }), `${actor.id} ${show}`).toHaveLength(count)
    expect(await countStories(desk.petra, { section: 'politics' })).toMatchObject({
      all: 2,
      review: 1,
      live: 0,
      withdrawn: 1,
      spiked: 1,
    })
  })
})

test('the list and the edit screen show an actor just what the permission table lets him read', async () => {
  const actors = [
    ...Object.values(desk),
    person('else', 'writer', ['sport', 'river']),
    person('else', 'writer', 'all'),
    person('else', 'contributor', 'all'),
    person('else', 'editor', []),
    person('else', 'editor', 'all'),
  ]
  for (const actor of actors) {
    const allowed: string[] = []
    for (const [name, id] of Object.entries(ids)) {
      const readable = may(actor, 'read', await loadStory(db, id))
      expect((await findStory(actor, id)) !== undefined, `${actor.role} ${name}`).toBe(readable)
      if (readable) allowed.push(name)
    }
    const listed = [...(await names(actor, {})), ...(await names(actor, { show: 'spiked' }))]
    expect(listed.sort(), `${actor.role} ${actor.id}`).toEqual(allowed.sort())
  }
})

test('the edit screen gets what readers have, and what the actor may do', async () => {
  expect(await findStory(desk.nadia, ids.ferry!)).toMatchObject({
    live: {
      state: 'live',
      path: '/river/ferry-crews-vote-lodz-built-boats',
      revision: 1,
      waiting: true,
      publishedAt: minute(7),
    },
    bylines: [{ id: 'nadia', name: 'nadia' }],
    version: 2,
    may: { edit: true, publish: false, assign: false, moves: [] },
  })
  expect(await findStory(desk.sal, ids.gates!)).toMatchObject({
    topics: [{ id: flooding, name: 'Flooding' }],
    may: { publish: true, moves: ['sendBack'] },
  })
  expect(await findStory(desk.sal, ids.count!)).toMatchObject({
    live: { state: 'withdrawn', note: 'It was wrong.', at: minute(8) },
  })
  expect(await findStory(desk.petra, 'nowhere')).toBeUndefined()
})

test('the list tells what waits for the actor’s next move: an editor’s reviews, a writer’s stories sent back', async () => {
  const draft = await aStory(desk.tom, 'Sent back', { sectionId: 'politics' }, minute(1))
  await handIn(desk.tom, draft, minute(2))
  expect(await countStories(desk.sal)).toMatchObject({ waiting: 2 })
  await sendBack(desk.sal, draft, 'Who said so?', minute(3))
  expect(await names(desk.sal, { show: 'waiting' })).toEqual(['seat'])
  expect(await names(desk.petra, { show: 'waiting' })).toEqual(['seat'])
  const { rows } = await listStories(desk.tom, { show: 'waiting' }, { size: 50 })
  expect(rows).toMatchObject([{ id: draft, note: 'Who said so?' }])
  expect(await countStories(person('else', 'editor', ['sport']))).toMatchObject({ waiting: 0 })
  await spikeStory(desk.tom, draft, minute(4))
  expect(await countStories(desk.tom)).toMatchObject({ waiting: 0 })
})
