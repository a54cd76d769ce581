import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { storiesDue as runNext } from '#lib/jobs/handlers/due'
import { people } from '#lib/people/tables'
import { deskForAll } from '#lib/testing/desk'
import { typeHeadline } from '#lib/testing/log'
import { when } from '#lib/testing/newsroom'
import { aStory, seenNow, typeInto } from '#lib/testing/stories'

import { setEmbargo } from '../commands/embargo'
import { scheduleExpiry } from '../commands/expiry'
import { reschedule } from '../commands/reschedule'
import { scheduleStory } from '../commands/schedule'
import { listStories } from './list'
import { findSchedules } from './schedule'

const desk = deskForAll()

const later = (minutes: number) => new Date(when.getTime() + minutes * 60_000)

test('it says what waits, whether the text has changed since, and whether who set it is still here', async () => {
  const id = await aStory(desk.nadia, 'Ferry sails')
  const { id: schedule } = await scheduleStory(desk.sal, id, await seenNow(id), { at: later(60) }, when)
  const expiry = await scheduleExpiry(desk.sal, id, later(90), when)
  const told = await findSchedules(desk.nadia, id, later(1))
  expect(told).toMatchObject({
    publish: {
      ...{ id: schedule, revision: 1, headline: 'Ferry sails', path: '/river/ferry-sails', dueAt: later(60) },
      ...{ by: { name: 'sal', here: true }, late: false, changedSince: false },
    },
    withdraw: { id: expiry, dueAt: later(90) },
    past: [],
    may: { schedule: false, embargo: true, lift: false, change: false },
  })
  await typeInto(id, desk.nadia, typeHeadline('No '), later(2))
  await db.write((tx) =>
    tx
      .update(people)
      .set({ disabledAt: later(3) })
      .where(eq(people.id, 'sal')),
  )
  expect((await findSchedules(desk.petra, id, later(61))).publish).toMatchObject({
    ...{ changedSince: true, late: true, headline: 'Ferry sails', by: { name: 'sal', here: false } },
  })
  await expect(findSchedules(desk.tom, id)).rejects.toMatchObject({ reason: 'not-found' })
})

test('it says what became of what waited before, newest first, and of the embargo', async () => {
  const id = await aStory(desk.nadia, 'Past')
  await setEmbargo(desk.nadia, id, { until: later(20), why: 'The agency’s' }, when)
  const { id: first } = await scheduleStory(desk.petra, id, await seenNow(id), { at: later(60) }, when)
  const second = await reschedule(desk.petra, first, later(30), later(1))
  while (await runNext(later(30)));
  const { publish, embargo, past, may } = await findSchedules(desk.petra, id, later(40))
  expect(publish).toBeUndefined()
  expect(embargo).toMatchObject({ until: later(20), by: 'nadia', why: 'The agency’s', holds: false })
  expect(past).toMatchObject([
    { id: second, state: 'done', endedAt: later(30), endedBy: null, revision: 1 },
    { id: first, state: 'off', endedAt: later(1), endedBy: 'petra' },
  ])
  expect(may).toEqual({ schedule: true, embargo: true, lift: true, change: true })
})

test('lists tell the hour, whether it is past, and the end of an embargo', async () => {
  const id = await aStory(desk.nadia, 'Listed')
  await setEmbargo(desk.nadia, id, { until: later(60), why: 'The agency’s' }, when)
  await scheduleStory(desk.petra, id, await seenNow(id), { at: later(60) }, when)
  await scheduleExpiry(desk.petra, id, later(90), when)
  const at = async (now: Date) =>
    (await listStories(desk.petra, { show: 'scheduled', words: 'listed' }, { size: 9 }, now)).rows
  expect(await at(later(1))).toMatchObject([
    {
      scheduled: { at: later(60), late: false },
      expires: { at: later(90), late: false },
      embargo: { until: later(60) },
    },
  ])
  expect(await at(later(61))).toMatchObject([{ scheduled: { late: true }, embargo: undefined }])
})
