'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { whoIs } from '#lib/auth/session'
import { findSettings } from '#lib/settings/queries'
import { lastOf, type ReadTime, readTime } from '#lib/settings/read-time'
import { liftEmbargo, setEmbargo } from '#lib/story/commands/embargo'
import { scheduleExpiry } from '#lib/story/commands/expiry'
import { putBack } from '#lib/story/commands/put-back'
import { reschedule, unschedule } from '#lib/story/commands/reschedule'
import { scheduleStory } from '#lib/story/commands/schedule'
import { aheadFault } from '#lib/story/schedule'

import { SeenForm, ToldForm } from './forms'

const Id = z.string().max(40)
const Instant = z
  .number()
  .int()
  .transform((ms) => new Date(ms))

/** Reads an hour as it was typed or picked, and says why nothing can be set for it; nothing for what is none. */
export async function readTimeAction(typed: string): Promise<ReadTime | null> {
  if (!(await whoIs())) return null
  const { data: text } = z.string().max(100).safeParse(typed)
  if (text === undefined) return null
  const { timezone } = await findSettings()
  const now = new Date()
  const read = readTime(text, timezone, now)
  return read && { ...read, fault: aheadFault(new Date(lastOf(read)), now) }
}

/** @param instead the schedule on screen, in whose place this one comes */
export async function scheduleAction(
  id: string,
  seen: unknown,
  at: number,
  told: unknown,
  instead?: string,
): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const plan = { ...ToldForm.parse(told), at: Instant.parse(at), instead: Id.optional().parse(instead) }
    const detail = await scheduleStory(actor, Id.parse(id), SeenForm.parse(seen), plan)
    refresh()
    return { detail }
  })
}

export async function rescheduleAction(schedule: string, at: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await reschedule(actor, Id.parse(schedule), Instant.parse(at))
    refresh()
  })
}

export async function unscheduleAction(schedule: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await unschedule(actor, Id.parse(schedule))
    refresh()
  })
}

export async function expiryAction(id: string, at: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await scheduleExpiry(actor, Id.parse(id), Instant.parse(at))
    refresh()
  })
}

/** @param until null: until it is lifted */
export async function embargoAction(id: string, until: number | null, why: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const given = { until: Instant.nullable().parse(until), why: z.string().max(1000).parse(why) }
    await setEmbargo(actor, Id.parse(id), given)
    refresh()
  })
}

export async function liftEmbargoAction(id: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await liftEmbargo(actor, Id.parse(id))
    refresh()
  })
}

/** @param seen what was done last to what readers have, and what waits, as the editor saw it */
export async function putBackAction(id: string, seen: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await putBack(actor, Id.parse(id), new Date(), SeenForm.pick({ last: true, waits: true }).parse(seen))
    refresh()
  })
}
