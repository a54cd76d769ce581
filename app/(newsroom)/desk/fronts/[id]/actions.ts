'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import type { Actor } from '#lib/auth/actor'
import { whoLooksOn } from '#lib/auth/session'
import { unscheduleDraft } from '#lib/draft/commands/schedule'
import { publishFront, scheduleFront } from '#lib/front/commands/publish'
import { restoreFront } from '#lib/front/commands/restore'
import { saveFront } from '#lib/front/commands/save'
import { takeBackFront } from '#lib/front/commands/take-back'
import { findVersion } from '#lib/front/queries/front'
import { findFrontVersion, listFrontVersions } from '#lib/front/queries/history'
import { listToPlace } from '#lib/front/queries/pick'
import { type FrontNow, findFrontNow } from '#lib/front/queries/screen'
import type { ToldStory } from '#lib/front/queries/stories'
import { FrontForm } from '#lib/site/front/form'

const Id = z.string().max(60)
const Count = z.number().int().min(0)
const Seen = z.strictObject({ version: Count, content: FrontForm })
const Asked = z.strictObject({ words: z.string().max(200), section: Id, live: z.boolean() })
const At = z.number().transform((ms) => new Date(ms))
const perPage = 20

const nowOf = async (actor: Actor, id: string) => ({ detail: await findFrontNow(actor, id) })

/** Keeps the draft. @returns the front as it stands then: `FrontNow` */
export async function saveFrontAction(id: string, seen: unknown, content: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { joined } = await saveFront(actor, Id.parse(id), Seen.parse(seen), FrontForm.parse(content))
    return { ...(await nowOf(actor, id)), message: joined ?? '' }
  })
}

/** The front as it stands, if its draft is another than the one on screen. */
export async function lookFrontAction(id: string, version: number): Promise<FrontNow | null> {
  const actor = await whoLooksOn()
  if (!actor) return null
  const front = Id.parse(id)
  if ((await findVersion(actor, front)) === version) return null
  return (await findFrontNow(actor, front)) ?? null
}

/** Stories to be placed on the front. */
export async function findStoriesAction(id: string, asked: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { words, section, live } = Asked.parse(asked)
    const stories: ToldStory[] = await listToPlace(actor, Id.parse(id), { words, section: section || undefined, live })
    return { detail: stories }
  })
}

export async function publishFrontAction(id: string, version: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await publishFront(actor, Id.parse(id), { version: Count.parse(version) })
    return nowOf(actor, id)
  })
}

/** @param at milliseconds @param instead the schedule on screen, in whose place this one comes */
export async function scheduleFrontAction(
  id: string,
  version: number,
  at: number,
  instead: string | undefined,
): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const plan = { at: At.parse(at), instead: Id.optional().parse(instead) }
    await scheduleFront(actor, Id.parse(id), { version: Count.parse(version) }, plan)
    return nowOf(actor, id)
  })
}

export async function unscheduleFrontAction(id: string, schedule: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await unscheduleDraft(actor, Id.parse(schedule))
    return nowOf(actor, Id.parse(id))
  })
}

/** @param seen place in the publication log of what readers have */
export async function takeBackFrontAction(id: string, seen: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await takeBackFront(actor, Id.parse(id), Count.parse(seen))
    return nowOf(actor, id)
  })
}

export async function restoreFrontAction(id: string, number: number, version: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await restoreFront(actor, Id.parse(id), Count.parse(number), { version: Count.parse(version) })
    return nowOf(actor, id)
  })
}

export async function listVersionsAction(id: string, before?: number): Promise<FormState> {
  return answerInPlace(async (actor) => ({
    detail: await listFrontVersions(actor, Id.parse(id), { size: perPage, before: Count.optional().parse(before) }),
  }))
}

export async function readVersionAction(id: string, number: number): Promise<FormState> {
  return answerInPlace(async (actor) => ({ detail: await findFrontVersion(actor, Id.parse(id), Count.parse(number)) }))
}
