import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { clockHolds } from '#lib/jobs/tables'
import { rebuildLive } from '#lib/publication/rebuild'
import { liveCorrections, liveStories } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'
import { typeHeadline } from '#lib/testing/log'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow, seenNow, typeInto } from '#lib/testing/stories'

import { findPlans } from '../queries/plans'
import { findPublishState } from '../queries/publish-state'
import { liftEmbargo, setEmbargo } from './embargo'
import { publishStory } from './publish'
import { putBack } from './put-back'
import { scheduleStory } from './schedule'
import { withdrawStory } from './withdraw'

const desk = deskForAll()

const later = (minutes: number) => new Date(when.getTime() + minutes * 60_000)
const embargo = (until: Date | null) => ({ until, why: 'The agency’s' })

test('a story is put back as readers had it last, at its first hour, with what was corrected', async () => {
  const id = await aStory(desk.nadia, 'Back')
  await publishNow(desk.sal, id, later(0))
  const told = { change: 'correction' as const, note: 'It was Tuesday.' }
  await typeInto(id, desk.nadia, typeHeadline('Right '), later(1))
  await publishStory(desk.sal, id, await seenNow(id), told, later(2))
  await withdrawStory(desk.sal, id, '', 'mistake', later(3))
  await typeInto(id, desk.nadia, typeHeadline('Not '), later(4))
  await expect(putBack(desk.nadia, id)).rejects.toMatchObject({ reason: 'forbidden' })
  await putBack(desk.sal, id, later(5))
  expect(await findPublishState(id)).toMatchObject({ state: 'live', publishedAt: later(0), waiting: true })
  const [live] = await db.select().from(liveStories).where(eq(liveStories.subject, id))
  expect(live).toMatchObject({ headline: 'Right Back', publishedAt: later(0), updatedAt: later(2) })
  const corrections = await db.select().from(liveCorrections).where(eq(liveCorrections.subject, id))
  expect(corrections).toMatchObject([{ note: 'It was Tuesday.', at: later(2) }])
  await expect(putBack(desk.sal, id)).rejects.toThrow('not withdrawn')
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('what comes back with another text is updated; what was only moved on the desk is not', async () => {
  const updatedAt = async (id: string) =>
    (await db.select().from(liveStories).where(eq(liveStories.subject, id)))[0]?.updatedAt
  const id = await aStory(desk.nadia, 'Other')
  await publishNow(desk.sal, id, later(0))
  await withdrawStory(desk.sal, id, '', 'mistake', later(1))
  await publishNow(desk.sal, id, later(2))
  expect(await updatedAt(id)).toEqual(later(0))
  await withdrawStory(desk.sal, id, '', 'mistake', later(3))
  await typeInto(id, desk.nadia, typeHeadline('An'), later(4))
  await publishNow(desk.sal, id, later(5))
  expect(await updatedAt(id)).toEqual(later(5))
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('a story under an embargo until six is not published at five, put back or scheduled; lifted, it is', async () => {
  const id = await aStory(desk.nadia, 'Embargoed')
  await setEmbargo(desk.nadia, id, embargo(later(60)), later(0))
  const words = 'It is under embargo until 09:00 UTC, set by nadia: The agency’s.'
  await expect(publishNow(desk.sal, id, later(59))).rejects.toMatchObject({ message: `Not published. ${words}` })
  const planned = { at: later(59) }
  await expect(scheduleStory(desk.sal, id, await seenNow(id), planned, later(0))).rejects.toMatchObject({
    message: `Not scheduled. ${words}`,
  })
  await expect(liftEmbargo(desk.nadia, id)).rejects.toMatchObject({ reason: 'forbidden' })
  await liftEmbargo(desk.sal, id, later(2))
  await expect(liftEmbargo(desk.sal, id, later(2))).rejects.toThrow('no embargo any more')
  await publishNow(desk.sal, id, later(3))
  await expect(setEmbargo(desk.sal, id, embargo(later(60)), later(4))).rejects.toThrow('too late')
  await withdrawStory(desk.sal, id, '', 'legal', later(5))
  await setEmbargo(desk.sal, id, embargo(null), later(6))
  await expect(putBack(desk.sal, id, later(1000))).rejects.toThrow(
    /^Not put back\. It is under embargo until it is lifted/,
  )
})

test('the end of an embargo publishes nothing, and forbids nothing', async () => {
  const id = await aStory(desk.nadia, 'Ended')
  await setEmbargo(desk.nadia, id, embargo(later(60)), later(0))
  expect((await findPlans(db, id)).embargo).toMatchObject({ until: later(60), by: 'nadia' })
  await scheduleStory(desk.sal, id, await seenNow(id), { at: later(60) }, later(1))
  await expect(setEmbargo(desk.nadia, id, embargo(later(61)), later(2))).rejects.toThrow(
    'Its publication is set for 09:00 UTC by sal. Take that off first.',
  )
  expect(await findPublishState(id)).toEqual({ state: 'unpublished' })
  await publishNow(desk.sal, id, later(60))
})

test('while the clock is in doubt an embargo holds by the earlier time that it may be', async () => {
  const id = await aStory(desk.nadia, 'Doubt')
  await setEmbargo(desk.nadia, id, embargo(later(60)), later(0))
  const jump = 3_600_000
  await db.write((tx) => tx.insert(clockHolds).values({ at: later(61), jump, offset: 0 }))
  await expect(publishNow(desk.sal, id, later(90))).rejects.toThrow('under embargo')
  await publishNow(desk.sal, id, later(120))
})
