import { setTimeout as sleep } from 'node:timers/promises'

import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'

import { db } from '#lib/db/client'
import { listNotifications } from '#lib/notification/queries'
import { publications } from '#lib/publication/tables'
import { scheduleExpiry } from '#lib/story/commands/expiry'
import { scheduleStory } from '#lib/story/commands/schedule'
import { findPublishState } from '#lib/story/queries/publish-state'
import { storySchedules } from '#lib/story/tables'
import { startChild } from '#lib/testing/child'
import { testClock } from '#lib/testing/clock'
import { databaseForAll } from '#lib/testing/database'
import { newsroom, when } from '#lib/testing/newsroom'
import { aStory, publishNow, seenNow } from '#lib/testing/stories'

import { storiesDue } from './handlers/due'
import { confirmClock, findClockHold, inWords } from './holds'
import { startTimed } from './timed'

const database = databaseForAll()
let desk: Awaited<ReturnType<typeof newsroom>>
beforeAll(async () => {
  desk = await newsroom()
})

const hour = 3_600_000
let clock = testClock(when)
const runners: { stop(): Promise<void> }[] = []
/** Two processes on one machine. */
function startTwo() {
  clock = testClock(when)
  for (const _ of [1, 2]) runners.push(startTimed(storiesDue, { poll: 2, clock }))
}
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop()
})

const planned = async (headline: string, at: Date) => {
  const id = await aStory(desk.nadia, headline)
  await scheduleStory(desk.sal, id, await seenNow(id), { at }, clock.date())
  return id
}
const ahead = (ms: number) => new Date(clock.now() + ms)
const isLive = async (id: string) => (await findPublishState(id)).state === 'live'
const acts = async (id: string) =>
  (await db.select({ act: publications.act }).from(publications).where(eq(publications.subject, id))).map(
    ({ act }) => act,
  )
/** Long enough for both to look many times. */
const looks = () => sleep(80)
const held = () => vi.waitFor(async () => expect(await findClockHold()).toBeDefined())
const goesOn = () => vi.waitFor(async () => expect(await findClockHold()).toBeUndefined())

test('two processes do what is planned once, in its order, and not before its hour', async () => {
  startTwo()
  const ids: string[] = []
  for (let i = 0; i < 12; i += 1) ids.push(await planned(`Story ${i}`, ahead(60_000 + ((i * 7) % 12) * 1000)))
  clock.pass(59_999)
  await looks()
  expect(await db.$count(storySchedules, eq(storySchedules.state, 'done'))).toBe(0)
  clock.pass(12_000)
  await vi.waitFor(
    async () => expect(await db.$count(storySchedules, eq(storySchedules.state, 'waiting'))).toBe(0),
    8000,
  )
  for (const id of ids) expect(await acts(id)).toEqual(['publish'])
  const done = await db.select().from(storySchedules).orderBy(asc(storySchedules.seq))
  expect(done.map(({ dueAt }) => dueAt.getTime())).toEqual(
    done.map(({ dueAt }) => dueAt.getTime()).sort((a, b) => a - b),
  )
  expect(done.every(({ endedAt, dueAt }) => endedAt! >= dueAt)).toBe(true)
})

test('a jump of an hour forward: nothing happens early, those concerned are told, and back again all goes on', async () => {
  startTwo()
  const id = await planned('Forward', ahead(hour / 2))
  await looks()
  clock.jump(hour)
  await held()
  await looks()
  expect(await isLive(id)).toBe(false)
  for (const person of [desk.sal, desk.petra])
    expect((await listNotifications(person, { size: 5 })).rows[0]).toMatchObject({
      kind: 'clock-held',
      storyId: id,
      note: 'It went forward by 1 h. Nothing planned happens until it is back, or an editor says that it is right.',
    })
  clock.jump(-hour)
  await goesOn()
  await looks()
  expect(await isLive(id)).toBe(false)
  clock.pass(hour / 2)
  await vi.waitFor(async () => expect(await isLive(id)).toBe(true))
  expect(await acts(id)).toEqual(['publish'])
})

test('a jump of an hour back repeats nothing; what is planned waits until an editor confirms the clock', async () => {
  startTwo()
  const id = await planned('Back', ahead(1000))
  await scheduleExpiry(desk.sal, id, ahead(2000), clock.date())
  clock.pass(1000)
  await vi.waitFor(async () => expect(await isLive(id)).toBe(true))
  clock.jump(-hour)
  await held()
  const soon = await planned('Soon', ahead(1000))
  clock.pass(5000)
  await looks()
  expect([await isLive(id), await isLive(soon)]).toEqual([true, false])
  await expect(confirmClock(desk.nadia)).rejects.toMatchObject({ reason: 'forbidden' })
  await confirmClock(desk.sal, clock.date())
  await expect(confirmClock(desk.sal, clock.date())).rejects.toMatchObject({ reason: 'rule' })
  await vi.waitFor(async () => expect(await isLive(soon)).toBe(true))
  expect(await acts(id)).toEqual(['publish'])
  clock.pass(hour)
  await vi.waitFor(async () => expect(await acts(id)).toEqual(['publish', 'withdraw']))
  await looks()
  expect(await findClockHold()).toBeUndefined()
})

test('what is put right by seconds holds nothing', async () => {
  startTwo()
  const id = await planned('Drift', ahead(60_000))
  for (let i = 0; i < 4; i += 1) {
    clock.jump(20_000)
    await looks()
  }
  await vi.waitFor(async () => expect(await isLive(id)).toBe(true))
  expect(await findClockHold()).toBeUndefined()
})

test('a process that is started under a hold waits for its end, too', async () => {
  startTwo()
  await looks()
  clock.jump(hour)
  await held()
  for (const runner of runners.splice(0)) await runner.stop()
  const id = await planned('Started', ahead(1000))
  runners.push(startTimed(storiesDue, { poll: 2, clock }))
  clock.pass(2000)
  await looks()
  expect(await isLive(id)).toBe(false)
  clock.jump(-hour)
  await goesOn()
  expect(await isLive(id)).toBe(false)
  clock.pass(hour)
  await vi.waitFor(async () => expect(await isLive(id)).toBe(true))
})

test('processes that are killed in the midst of it do nothing twice, and miss nothing', {
  timeout: 40_000,
}, async () => {
  const start = async () => {
    const child = await startChild('lib/testing/child-schedule.ts', { CHILD_DATABASE: database.url })
    await child.line()
    return child
  }
  const children = await Promise.all([start(), start()])
  const ids: string[] = []
  for (let i = 0; i < 40; i += 1) {
    const id = await aStory(desk.nadia, `Killed ${i}`)
    const now = new Date()
    await scheduleStory(desk.sal, id, await seenNow(id), { at: new Date(now.getTime() + 200) }, now)
    ids.push(id)
    const victim = i === 15 || i === 30 ? children.pop() : undefined
    if (victim) await vi.waitFor(async () => expect(await isLive(ids[i - 8]!)).toBe(true), 5000)
    victim?.child.kill('SIGKILL')
    await victim?.ended
  }
  runners.push(startTimed(storiesDue, { poll: 5 }))
  const waits = eq(storySchedules.state, 'waiting')
  await vi.waitFor(async () => expect(await db.$count(storySchedules, waits)).toBe(0), 15_000)
  for (const id of ids) expect(await acts(id)).toEqual(['publish'])
})

test.each([
  [40_000, '40 s'],
  [720_000, '12 min'],
  [hour, '1 h'],
  [3_900_000, '1 h 5 min'],
])('%d ms are %s', (ms, words) => expect(inWords(ms)).toBe(words))

test('by hand a story is published while the clock is in doubt', async () => {
  startTwo()
  await looks()
  clock.jump(hour)
  await held()
  const id = await aStory(desk.nadia, 'By hand')
  await publishNow(desk.sal, id, clock.date())
  await confirmClock(desk.petra, clock.date())
})
