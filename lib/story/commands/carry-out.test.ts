import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'

import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { liveStories } from '#lib/site/tables'
import { databaseForAll } from '#lib/testing/database'
import { newsroom, when } from '#lib/testing/newsroom'
import { actsOn, later, planAs, scheduleOf, toldOf, until } from '#lib/testing/planning'
import { aStory, publishNow } from '#lib/testing/stories'
import { findDue } from '../queries/due'
import { findPublishState } from '../queries/publish-state'
import { storySchedules } from '../tables'
import { setEmbargo } from './embargo'
import { scheduleExpiry } from './expiry'
import { reschedule, unschedule } from './reschedule'
import type { Scheduling } from './schedule'

const database = databaseForAll()
let desk: Awaited<ReturnType<typeof newsroom>>
beforeAll(async () => {
  desk = await newsroom()
})

const plan = (id: string, at: Date, more: Partial<Scheduling> = {}, by = desk.sal) => planAs(by, id, at, more)
const told = (id: string, actor = desk.sal) => toldOf(id, actor)

describe('at its hour', () => {
  test('what is due happens in the order of the hours, and what is overdue too', async () => {
    const ids = [
      await aStory(desk.nadia, 'Third'),
      await aStory(desk.nadia, 'First'),
      await aStory(desk.nadia, 'Second'),
    ]
    for (const [i, minutes] of [30, 10, 20].entries()) await plan(ids[i]!, later(minutes))
    await until(later(500))
    const order = await db
      .select({ headline: liveStories.headline })
      .from(liveStories)
      .where(eq(liveStories.publishedAt, later(500)))
      .orderBy(asc(liveStories.id))
    expect(order.map(({ headline }) => headline)).toEqual(['First', 'Second', 'Third'])
  })

  test('a busy database costs it no try: it happens with the next look', async () => {
    const id = await aStory(desk.nadia, 'Busy')
    const { id: schedule } = await plan(id, later(60))
    const busy = vi.spyOn(database.db, 'write').mockRejectedValueOnce(new Refusal('busy', 'The database is busy.'))
    await until(later(60))
    expect(await scheduleOf(schedule)).toMatchObject({ state: 'waiting', attempts: 0, retryAt: null })
    busy.mockRestore()
    await until(later(60))
    expect(await scheduleOf(schedule)).toMatchObject({ state: 'done' })
  })

  test('what is refused is told at once to who set it and to all who publish there, and not tried again', async () => {
    const id = await aStory(desk.nadia, 'Refused')
    const { id: schedule } = await plan(id, later(60))
    await db.write((tx) =>
      tx
        .update(storySchedules)
        .set({ dueAt: later(600) })
        .where(eq(storySchedules.id, schedule)),
    )
    await setEmbargo(desk.nadia, id, { until: later(300), why: 'The court’s' }, later(1))
    await db.write((tx) =>
      tx
        .update(storySchedules)
        .set({ dueAt: later(60) })
        .where(eq(storySchedules.id, schedule)),
    )
    await until(later(60))
    expect(await scheduleOf(schedule)).toMatchObject({
      state: 'refused',
      fault: 'Not published. It is under embargo until 13:00 UTC, set by nadia: The court’s.',
    })
    for (const person of [desk.sal, desk.petra])
      expect(await told(id, person)).toMatchObject([
        { kind: 'schedule-refused', by: null, note: expect.stringContaining('embargo') },
      ])
    expect(await told(id, desk.nadia)).toEqual([])
    expect(await findDue(later(600))).toBeUndefined()
  })

  test('a fault is tried again, later each time, holds nobody else up, and is told once it is given up', async () => {
    const id = await aStory(desk.nadia, 'Faulty')
    const other = await aStory(desk.nadia, 'Sound')
    const { id: schedule } = await plan(id, later(60))
    await plan(other, later(61))
    await db.write((tx) => tx.update(storySchedules).set({ revision: null }).where(eq(storySchedules.id, schedule)))
    await until(later(62))
    expect(await scheduleOf(schedule)).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(await findPublishState(other)).toMatchObject({ state: 'live' })
    for (let second = 1; second < 200; second += 1) await until(new Date(later(62).getTime() + second * 1000))
    expect(await scheduleOf(schedule)).toMatchObject({ state: 'failed', attempts: 5 })
    expect(await told(id)).toMatchObject([{ kind: 'schedule-failed' }])
  })
})

describe('an expiry', () => {
  test('withdraws at its hour, without a note', async () => {
    const id = await aStory(desk.nadia, 'Expires')
    await publishNow(desk.sal, id)
    const schedule = await scheduleExpiry(desk.sal, id, later(60), when)
    await until(later(59.99))
    expect(await findPublishState(id)).toMatchObject({ state: 'live' })
    await until(later(60))
    expect(await findPublishState(id)).toEqual({ state: 'withdrawn', at: later(60), note: '' })
    expect(await scheduleOf(schedule)).toMatchObject({ state: 'done' })
  })

  test('is set for what readers have or will have, and moved like any other', async () => {
    const id = await aStory(desk.nadia, 'Will')
    await expect(scheduleExpiry(desk.sal, id, later(60), when)).rejects.toThrow('nothing to expire')
    const { id: publication } = await plan(id, later(60))
    await expect(scheduleExpiry(desk.sal, id, later(60), when)).rejects.toThrow('An expiry comes after that')
    const expiry = await scheduleExpiry(desk.sal, id, later(90), when)
    await expect(scheduleExpiry(desk.sal, id, later(99), when)).rejects.toMatchObject({ reason: 'conflict' })
    await expect(reschedule(desk.sal, publication, later(95), when)).rejects.toThrow('Its expiry is set for 09:30 UTC')
    await reschedule(desk.sal, expiry, later(120), when)
    await until(later(200))
    expect((await actsOn(id)).map(({ act }) => act)).toEqual(['publish', 'withdraw'])
  })

  test('goes with the publication that it was to end', async () => {
    const id = await aStory(desk.nadia, 'Both')
    const { id: publication } = await plan(id, later(60))
    await scheduleExpiry(desk.sal, id, later(90), when)
    expect((await unschedule(desk.sal, publication, when)).map(({ act }) => act)).toEqual(['publish', 'withdraw'])
  })
})
