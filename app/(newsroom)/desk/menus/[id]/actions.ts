'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import type { Actor } from '#lib/auth/actor'
import { whoLooksOn } from '#lib/auth/session'
import { unscheduleDraft } from '#lib/draft/commands/schedule'
import { publishMenu, restoreMenu, saveMenu, scheduleMenu, takeMenuBack } from '#lib/menu/commands'
import { MenuForm } from '#lib/menu/form'
import { findMenu, findMenuContent, findMenuVersion, listMenuVersions, type MenuNow } from '#lib/menu/queries'

const Id = z.string().max(20)
const Count = z.number().int().min(0)
const Seen = z.strictObject({ version: Count, content: MenuForm })
const At = z.number().transform((ms) => new Date(ms))
const perPage = 20

const nowOf = async (actor: Actor, id: string) => ({ detail: await findMenu(actor, id) })

/** Keeps the draft. @returns the menu as it stands then: `MenuNow` */
export async function saveMenuAction(id: string, seen: unknown, content: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { joined } = await saveMenu(actor, Id.parse(id), Seen.parse(seen), MenuForm.parse(content))
    return { ...(await nowOf(actor, id)), message: joined ?? '' }
  })
}

/** The menu as it stands, if its draft is another than the one on screen. */
export async function lookMenuAction(id: string, version: number): Promise<MenuNow | null> {
  const actor = await whoLooksOn()
  if (!actor) return null
  const menu = Id.parse(id)
  const at = await findMenuVersion(actor, menu)
  return at === undefined || at === version ? null : findMenu(actor, menu)
}

export async function publishMenuAction(id: string, version: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await publishMenu(actor, Id.parse(id), { version: Count.parse(version) })
    return nowOf(actor, id)
  })
}

/** @param at milliseconds @param instead the schedule on screen, in whose place this one comes */
export async function scheduleMenuAction(
  id: string,
  version: number,
  at: number,
  instead: string | undefined,
): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const hour = { at: At.parse(at), instead: Id.optional().parse(instead) }
    await scheduleMenu(actor, Id.parse(id), { version: Count.parse(version) }, hour)
    return nowOf(actor, id)
  })
}

export async function unscheduleMenuAction(id: string, schedule: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await unscheduleDraft(actor, Id.parse(schedule))
    return nowOf(actor, Id.parse(id))
  })
}

/** @param seen place in the publication log of what readers have */
export async function takeMenuBackAction(id: string, seen: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await takeMenuBack(actor, Id.parse(id), Count.parse(seen))
    return nowOf(actor, id)
  })
}

export async function restoreMenuAction(id: string, number: number, version: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await restoreMenu(actor, Id.parse(id), Count.parse(number), { version: Count.parse(version) })
    return nowOf(actor, id)
  })
}

export async function listVersionsAction(id: string, before?: number): Promise<FormState> {
  return answerInPlace(async (actor) => ({
    detail: await listMenuVersions(actor, Id.parse(id), { size: perPage, before: Count.optional().parse(before) }),
  }))
}

export async function readVersionAction(id: string, number: number): Promise<FormState> {
  return answerInPlace(async (actor) => ({ detail: await findMenuContent(actor, Id.parse(id), Count.parse(number)) }))
}
