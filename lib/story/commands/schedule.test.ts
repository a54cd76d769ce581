import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { db } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { publications, revisions } from '#lib/publication/tables'
import { removeSection } from '#lib/section/commands'
import { liveStories } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'
import { typeHeadline } from '#lib/testing/log'
import { when } from '#lib/testing/newsroom'
import { actsOn, later, liveHeadline, planAs, scheduleOf, until } from '#lib/testing/planning'
import { aStory, publishNow, typeInto } from '#lib/testing/stories'
import { addTopic, mergeTopics } from '#lib/topic/commands'
import { loadStory } from '../queries/load'
import { findPublishState } from '../queries/publish-state'
import { storyRevisions, storySchedules } from '../tables'
import { carryOut } from './carry-out'
import { scheduleExpiry } from './expiry'
import { setFields } from './fields'
import { removeStory } from './remove'
import { reschedule, unschedule } from './reschedule'
import type { Scheduling } from './schedule'
import { spikeStory } from './spike'
import { withdrawStory } from './withdraw'

const desk = deskForAll()

const plan = (id: string, at: Date, more: Partial<Scheduling> = {}, by = desk.sal) => planAs(by, id, at, more)

describe('a schedule', () => {
  test('gives readers at its hour what the editor saw, and nothing that was typed afterwards', async () => {
    const id = await aStory(desk.nadia, 'Ferry sails')
    const { id: schedule, revision } = await plan(id, later(60))
    await typeInto(id, desk.nadia, typeHeadline('No '), later(1))
    await until(later(59.99))
    expect(await findPublishState(id)).toEqual({ state: 'unpublished' })
    await until(later(60))
    expect(await liveHeadline(id)).toBe('Ferry sails')
    expect(await findPublishState(id)).toMatchObject({ state: 'live', revision, publishedAt: later(60), waiting: true })
    expect(await scheduleOf(schedule)).toMatchObject({ state: 'done', endedAt: later(60), endedBy: null })
    expect(await actsOn(id)).toEqual([{ act: 'publish', at: later(60), by: 'sal' }])
  })

  test('is done once, however often it is tried', async () => {
    const id = await aStory(desk.nadia, 'Once')
    const { id: schedule } = await plan(id, later(60))
    await until(later(61))
    await db.write((tx) => carryOut(tx, schedule, later(62)))
    await until(later(63))
    expect(await actsOn(id)).toHaveLength(1)
  })

  test('is for editors of the section, of whole stories, of an hour to come', async () => {
    const id = await aStory(desk.nadia, 'Not yet', { people: [] })
    await expect(plan(id, later(60), {}, desk.nadia)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(plan(id, later(60), {}, desk.tom)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(plan(id, later(60))).rejects.toMatchObject({
      reason: 'rule',
      message: 'Not scheduled. The story has no byline.',
      detail: { problems: [{ id: 'byline' }] },
    })
    const whole = await aStory(desk.nadia, 'Whole')
    await expect(plan(whole, later(-1))).rejects.toMatchObject({ fields: { at: expect.stringContaining('is over') } })
    expect(await db.$count(storyRevisions, eq(storyRevisions.storyId, whole))).toBe(0)
  })

  test('of an update says what kind it is', async () => {
    const id = await aStory(desk.nadia, 'Kinds')
    await publishNow(desk.sal, id)
    await expect(plan(id, later(60))).rejects.toMatchObject({ message: 'Readers have all of this already.' })
    await typeInto(id, desk.nadia, typeHeadline('More '), later(1))
    await expect(plan(id, later(60))).rejects.toMatchObject({ fields: { change: expect.anything() } })
    await plan(id, later(60), { change: 'correction', note: 'It was one kind.', place: 'top' })
    await until(later(60))
    const [, update] = await db
      .select()
      .from(publications)
      .where(eq(publications.subject, id))
      .orderBy(publications.seq)
    expect(update).toMatchObject({
      act: 'update',
      note: 'It was one kind.',
      detail: { change: 'correction', place: 'top' },
    })
  })

  test('one waits at a time; another comes in its place when that was seen, and else the editor hears who was first', async () => {
    const id = await aStory(desk.nadia, 'Twice')
    const { id: first } = await plan(id, later(60))
    await expect(plan(id, later(90), {}, desk.petra)).rejects.toMatchObject({
      reason: 'conflict',
      message: 'Not scheduled. sal has set its publication for 09:00 UTC.',
      detail: { waits: { id: first, dueAt: later(60), by: 'sal' } },
    })
    await typeInto(id, desk.nadia, typeHeadline('Not '), later(1))
    const { id: second } = await plan(id, later(90), { instead: first }, desk.petra)
    await expect(plan(id, later(99), { instead: first })).rejects.toMatchObject({ reason: 'conflict' })
    expect(await scheduleOf(first)).toMatchObject({ state: 'off', endedBy: 'petra' })
    await until(later(89))
    expect(await liveHeadline(id)).toBeUndefined()
    await until(later(90))
    expect(await liveHeadline(id)).toBe('Not Twice')
    expect((await scheduleOf(second)).state).toBe('done')
  })

  test('gets another hour, and the same revision', async () => {
    const id = await aStory(desk.nadia, 'Moved')
    const { id: first, revision } = await plan(id, later(60))
    await typeInto(id, desk.nadia, typeHeadline('Not '), later(1))
    const second = await reschedule(desk.petra, first, later(30), later(2))
    await expect(reschedule(desk.sal, first, later(40), later(3))).rejects.toMatchObject({
      reason: 'conflict',
      message: 'petra was first: this was changed or taken off at 08:02 UTC.',
    })
    await expect(unschedule(desk.sal, first, later(3))).rejects.toMatchObject({ reason: 'conflict' })
    await until(later(30))
    expect(await findPublishState(id)).toMatchObject({ state: 'live', revision, publishedAt: later(30) })
    expect(await actsOn(id)).toMatchObject([{ by: 'petra' }])
    await expect(unschedule(desk.sal, second, later(31))).rejects.toThrow('Too late: it was carried out')
  })

  test('is taken off by whoever publishes in its section, not by others', async () => {
    const id = await aStory(desk.nadia, 'Off')
    const { id: schedule } = await plan(id, later(60))
    await expect(unschedule(desk.nadia, schedule)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(unschedule(desk.tom, schedule)).rejects.toMatchObject({ reason: 'not-found' })
    expect(await unschedule(desk.petra, schedule, later(1))).toMatchObject([{ id: schedule, dueAt: later(60) }])
    await until(later(61))
    expect(await findPublishState(id)).toEqual({ state: 'unpublished' })
  })

  test('is off once the story is published by hand, and the editor hears of it', async () => {
    const id = await aStory(desk.nadia, 'By hand')
    const { id: schedule } = await plan(id, later(60))
    expect(await publishNow(desk.sal, id, later(1))).toMatchObject({
      act: 'publish',
      ended: [{ id: schedule, dueAt: later(60) }],
    })
    await until(later(61))
    expect(await actsOn(id)).toHaveLength(1)
  })

  test('is off once the story is withdrawn', async () => {
    const id = await aStory(desk.nadia, 'Gone')
    await publishNow(desk.sal, id)
    await scheduleExpiry(desk.sal, id, later(90), when)
    await typeInto(id, desk.nadia, typeHeadline('Not '), later(1))
    await plan(id, later(60), { change: 'update' })
    expect(await withdrawStory(desk.sal, id, '', 'wrong', later(2))).toMatchObject([
      { act: 'publish' },
      { act: 'withdraw' },
    ])
    await until(later(91))
    expect((await actsOn(id)).map(({ act }) => act)).toEqual(['publish', 'withdraw'])
  })

  test('acts for who set it, who may have left since', async () => {
    const id = await aStory(desk.nadia, 'Left')
    const { id: schedule } = await plan(id, later(60))
    await db.write((tx) =>
      tx
        .update(people)
        .set({ disabledAt: later(1), role: 'writer' })
        .where(eq(people.id, 'sal')),
    )
    await until(later(60))
    await db.write((tx) => tx.update(people).set({ disabledAt: null, role: 'editor' }).where(eq(people.id, 'sal')))
    expect((await scheduleOf(schedule)).state).toBe('done')
    expect(await actsOn(id)).toMatchObject([{ by: 'sal' }])
  })

  test('keeps its address for its hour: no other story gets it, and its slug follows the headline no more', async () => {
    const id = await aStory(desk.nadia, 'Address')
    await plan(id, later(60))
    await typeInto(id, desk.nadia, typeHeadline('New '), later(1))
    expect((await loadStory(db, id)).slug).toBe('address')
    await setFields(desk.sal, id, 1, { slug: 'elsewhere' }, later(1))
    const other = await aStory(desk.nadia, 'Address')
    expect((await loadStory(db, other)).slug).toBe('address-2')
    await expect(setFields(desk.sal, other, 1, { slug: 'address' })).rejects.toMatchObject({
      fields: { slug: /address/ },
    })
    await until(later(60))
    expect(await findPublishState(id)).toMatchObject({ path: '/river/address', waiting: true })
  })

  test('holds the story in its section while its writer would move it, and the section in the paper', async () => {
    const id = await aStory(desk.nadia, 'Stays', { sectionId: 'sport', people: ['nadia'] })
    await plan(id, later(60), {}, desk.petra)
    await expect(setFields(desk.nadia, id, 1, { sectionId: 'river' })).rejects.toMatchObject({ reason: 'forbidden' })
    await setFields(desk.petra, id, 1, { sectionId: 'river' })
    await expect(removeSection(desk.petra, 'sport')).rejects.toThrow('holds stories')
    await until(later(60))
    expect(await findPublishState(id)).toMatchObject({ path: '/sport/stays' })
  })

  test('a story for which something waits is not spiked; a removed one takes its schedule along', async () => {
    const id = await aStory(desk.nadia, 'Spike')
    await plan(id, later(60))
    await expect(spikeStory(desk.sal, id, later(1))).rejects.toThrow('Its publication is set for 09:00 UTC by sal.')
    await removeStory(desk.petra, id, later(2))
    expect(await db.$count(storySchedules, eq(storySchedules.storyId, id))).toBe(0)
    await until(later(60))
  })

  test('of a topic that was merged meanwhile has the other one', async () => {
    const [from, into] = [await addTopic(desk.petra, 'Floods'), await addTopic(desk.petra, 'Flooding')]
    const id = await aStory(desk.nadia, 'Merged', { topics: [from] })
    await plan(id, later(60))
    await mergeTopics(desk.petra, from, into, later(1))
    await until(later(60))
    const [live] = await db
      .select({ content: revisions.content })
      .from(liveStories)
      .innerJoin(revisions, eq(revisions.id, liveStories.revision))
      .where(eq(liveStories.subject, id))
    expect(live!.content).toMatchObject({ topics: [into] })
  })

  test('each act stands in the audit, by id', async () => {
    const id = await aStory(desk.nadia, 'Audited')
    const { id: first } = await plan(id, later(60))
    const second = await reschedule(desk.sal, first, later(50), later(1))
    await until(later(50))
    const entries = await db
      .select()
      .from(audit)
      .where(eq(audit.subject, `story:${id}`))
      .orderBy(asc(audit.seq))
    expect(entries.map(({ act, actorId }) => `${act} ${actorId}`)).toEqual([
      'create nadia',
      'schedule sal',
      'unschedule sal',
      'reschedule sal',
      'publish sal',
      'carry-out null',
    ])
    const hour = (minutes: number) => ({ hour: later(minutes).toISOString() })
    expect(JSON.parse(entries[3]!.detail)).toEqual({ schedule: second, from: hour(60), to: hour(50) })
    expect(JSON.parse(entries[5]!.detail)).toMatchObject({ schedule: second, people: ['sal'] })
  })
})
