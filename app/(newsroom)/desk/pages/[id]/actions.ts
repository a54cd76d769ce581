'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import type { Actor } from '#lib/auth/actor'
import { whoLooksOn } from '#lib/auth/session'
import { unscheduleDraft } from '#lib/draft/commands/schedule'
import { listUsedByPage } from '#lib/media/queries/used'
import { restorePage, savePage } from '#lib/page/commands/draft'
import { publishPage, removePage, schedulePage, takePageBack } from '#lib/page/commands/publish'
import { PageForm } from '#lib/page/form'
import { findPage, findPageContent, findPageVersion, listPageVersions, type PageNow } from '#lib/page/queries/page'
import { MOST_MEDIA } from '#lib/story/document/media-uses'

const Id = z.string().max(40)
const Ids = z.array(Id).max(MOST_MEDIA)
const Count = z.number().int().min(0)
const Seen = z.strictObject({ version: Count, content: PageForm })
const At = z.number().transform((ms) => new Date(ms))
const perPage = 20

const nowOf = async (actor: Actor, id: string) => ({ detail: await findPage(actor, id) })

/** What the library says of what a page shows: `Used[]`; what is not among it is there no more. */
export async function findUsedAction(id: string, ids: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => ({ detail: await listUsedByPage(actor, Id.parse(id), Ids.parse(ids)) }))
}

/** Keeps the draft. @returns the page as it stands then: `PageNow` */
export async function savePageAction(id: string, seen: unknown, content: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { joined } = await savePage(actor, Id.parse(id), Seen.parse(seen), PageForm.parse(content))
    return { ...(await nowOf(actor, id)), message: joined ?? '' }
  })
}

/** The page as it stands, if its draft is another than the one on screen. */
export async function lookPageAction(id: string, version: number): Promise<PageNow | null> {
  const actor = await whoLooksOn()
  if (!actor) return null
  const page = Id.parse(id)
  if ((await findPageVersion(actor, page)) === version) return null
  return (await findPage(actor, page)) ?? null
}

export async function publishPageAction(id: string, version: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await publishPage(actor, Id.parse(id), { version: Count.parse(version) })
    return nowOf(actor, id)
  })
}

/** @param at milliseconds @param instead the schedule on screen, in whose place this one comes */
export async function schedulePageAction(
  id: string,
  version: number,
  at: number,
  instead: string | undefined,
): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const hour = { at: At.parse(at), instead: Id.optional().parse(instead) }
    await schedulePage(actor, Id.parse(id), { version: Count.parse(version) }, hour)
    return nowOf(actor, id)
  })
}

export async function unschedulePageAction(id: string, schedule: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await unscheduleDraft(actor, Id.parse(schedule))
    return nowOf(actor, Id.parse(id))
  })
}

/** @param note to readers @param seen place in the publication log of what readers have */
export async function takePageBackAction(id: string, note: string, seen: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await takePageBack(actor, Id.parse(id), z.string().max(2000).parse(note), Count.parse(seen))
    return nowOf(actor, id)
  })
}

export async function removePageAction(id: string, version: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await removePage(actor, Id.parse(id), { version: Count.parse(version) })
    return {}
  })
}

export async function restorePageAction(id: string, number: number, version: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await restorePage(actor, Id.parse(id), Count.parse(number), { version: Count.parse(version) })
    return nowOf(actor, id)
  })
}

export async function listVersionsAction(id: string, before?: number): Promise<FormState> {
  return answerInPlace(async (actor) => ({
    detail: await listPageVersions(actor, Id.parse(id), { size: perPage, before: Count.optional().parse(before) }),
  }))
}

export async function readVersionAction(id: string, number: number): Promise<FormState> {
  return answerInPlace(async (actor) => ({ detail: await findPageContent(actor, Id.parse(id), Count.parse(number)) }))
}
