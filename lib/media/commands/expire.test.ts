import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { db } from '#lib/db/client'
import { jobs } from '#lib/jobs/tables'
import { notifications } from '#lib/notification/tables'
import { setFace } from '#lib/people/commands/face'
import { liveMedia } from '#lib/site/tables'
import { aUse } from '#lib/testing/blocks'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import type { MediaFields } from '../fields'
import { media } from '../tables'
import { editMedia } from './edit'
import { takeExpired, warnOfExpiry } from './expire'

const desk = deskForAll()
beforeEach(() =>
  db.write(async (tx) => {
    await tx.delete(jobs)
    await tx.delete(notifications)
  }),
)

const DAY = 86_400_000
const later = (days: number) => new Date(when.getTime() + days * DAY)
const live = async (id: string) => (await db.$count(liveMedia, eq(liveMedia.subject, id))) === 1
const planned = async () =>
  (await db.select().from(jobs)).flatMap(({ name, dueAt }) => (name === 'expire-media' ? [dueAt] : []))

async function shown(change: Partial<MediaFields>) {
  const id = await aPicture(desk.nadia)
  await publishNow(desk.sal, await aStory(desk.nadia, `With ${id}`, { main: aUse(id) }))
  await editMedia(desk.sal, id, 1, change, when)
  return id
}
const take = (id: string, now: Date) => db.write((tx) => takeExpired(tx, id, now))

test('at the end of its time readers have it no longer, by an act in the log that nobody did', async () => {
  const id = await shown({ expiresAt: later(3), onExpiry: 'withdraw' })
  expect(await planned()).toEqual([later(3)])
  await take(id, new Date(later(3).getTime() - 1))
  expect(await live(id)).toBe(true)
  await take(id, later(3))
  expect(await live(id)).toBe(false)
  const acts = await db
    .select()
    .from(audit)
    .where(eq(audit.subject, `media:${id}`))
  expect(acts.slice(-2).map(({ act, actorId }) => `${act} ${actorId}`)).toEqual(['expire-media null', 'withdraw null'])
  await editMedia(desk.sal, id, 2, { expiresAt: later(30) }, later(4))
  expect([await live(id), (await planned()).at(-1)]).toEqual([true, later(30)])
})

test('where only a warning was asked for, it stays; what was set otherwise meanwhile, too', async () => {
  const id = await shown({ expiresAt: later(3) })
  expect(await planned()).toEqual([])
  await take(id, later(5))
  const other = await shown({ expiresAt: later(3), onExpiry: 'withdraw' })
  await editMedia(desk.sal, other, 2, { onExpiry: 'warn' }, when)
  expect(await planned()).toEqual([])
  await take(other, later(5))
  expect([await live(id), await live(other)]).toEqual([true, true])
})

test('who put it there and who publishes there are warned two weeks, one, three days and one before', async () => {
  await shown({ expiresAt: later(20) })
  const told = async (days: number) => {
    await db.write((tx) => warnOfExpiry(tx, later(20 - days)))
    const rows = await db.select().from(notifications)
    await db.write(async (tx) => void (await tx.delete(notifications)))
    return rows.map(({ personId }) => personId).sort()
  }
  const all = ['nadia', 'petra']
  expect([await told(15), await told(14), await told(13), await told(7)]).toEqual([[], all, [], all])
  expect([await told(3), await told(1), await told(0)]).toEqual([all, all, []])
})

test('a film’s poster and a face are told of with the stories that show them', async () => {
  const [poster, film, face] = [
    await aPicture(desk.nadia, { expiresAt: later(400) }),
    await aPicture(desk.nadia),
    await aPicture(desk.nadia, { expiresAt: later(400) }),
  ]
  await db.write(async (tx) => void (await tx.update(media).set({ kind: 'video', poster }).where(eq(media.id, film))))
  const signed = await aStory(desk.nadia, 'Signed by Nadia', { main: aUse(film) })
  await publishNow(desk.sal, signed, later(1))
  await setFace(desk.petra, 'nadia', face, when)
  await db.write((tx) => warnOfExpiry(tx, later(393)))
  const told = (await db.select().from(notifications)).map(({ personId, storyId }) => `${personId} ${storyId}`)
  expect(told.sort()).toEqual(['nadia', 'nadia', 'petra', 'petra'].map((person) => `${person} ${signed}`))
})
