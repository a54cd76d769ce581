'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import type { Actor } from '#lib/auth/actor'
import { whoLooksOn } from '#lib/auth/session'
import { commandsOf } from '#lib/draft/commands/kinds'
import { unscheduleDraft } from '#lib/draft/commands/schedule'
import { findDraftVersion, listDraftVersions } from '#lib/draft/queries/versions'
import { type DraftRef, isDraftRef, readRef } from '#lib/draft/ref'

import { kinds } from './kinds'

const Id = z.string().max(80)
const Count = z.number().int().min(0)
const At = z.number().transform((ms) => new Date(ms))
const perPage = 20

const Ref = z.string().max(90).refine(isDraftRef).transform(readRef)

/** @returns what is drafted as it stands then, as its screen shows it: `FrontNow`, `PageNow` or `MenuNow` */
const inPlace = (ref: DraftRef, act: (actor: Actor, of: z.output<typeof Ref>) => Promise<string | undefined>) =>
  answerInPlace(async (actor) => {
    const of = Ref.parse(ref)
    const message = await act(actor, of)
    return { detail: await kinds[of.kind].find(actor, of.id), message: message ?? '' }
  })

/** Keeps the draft. @returns in `message` whose work it was joined with */
export async function saveDraftAction(ref: DraftRef, seen: unknown, content: unknown): Promise<FormState> {
  return inPlace(ref, async (actor, { kind, id }) => (await kinds[kind].save(actor, id, seen, content)).joined)
}

/** It as it stands, if its draft is another than the one on screen. */
export async function lookDraftAction(ref: DraftRef, version: number): Promise<unknown> {
  const actor = await whoLooksOn()
  if (!actor) return null
  const { kind, id } = Ref.parse(ref)
  const at = await findDraftVersion(commandsOf[kind].noun, actor, id)
  return at === undefined || at === version ? null : ((await kinds[kind].find(actor, id)) ?? null)
}

export async function publishDraftAction(ref: DraftRef, version: number): Promise<FormState> {
  return inPlace(ref, async (actor, { kind, id }) => {
    await commandsOf[kind].publish(actor, id, { version: Count.parse(version) })
    return undefined
  })
}

/** @param at milliseconds @param instead the schedule on screen, in whose place this one comes */
export async function scheduleDraftAction(
  ref: DraftRef,
  version: number,
  at: number,
  instead: string | undefined,
): Promise<FormState> {
  return inPlace(ref, async (actor, { kind, id }) => {
    const hour = { at: At.parse(at), instead: Id.optional().parse(instead) }
    await commandsOf[kind].schedule(actor, id, { version: Count.parse(version) }, hour)
    return undefined
  })
}

export async function unscheduleDraftAction(ref: DraftRef, schedule: string): Promise<FormState> {
  return inPlace(ref, async (actor) => {
    await unscheduleDraft(actor, Id.parse(schedule))
    return undefined
  })
}

/** @param seen place in the publication log of what readers have @param note to readers of a page */
export async function takeBackDraftAction(ref: DraftRef, seen: number, note = ''): Promise<FormState> {
  return inPlace(ref, async (actor, { kind, id }) => {
    await kinds[kind].takeBack(actor, id, Count.parse(seen), z.string().max(2000).parse(note))
    return undefined
  })
}

export async function restoreDraftAction(ref: DraftRef, number: number, version: number): Promise<FormState> {
  return inPlace(ref, async (actor, { kind, id }) => {
    await commandsOf[kind].restore(actor, id, Count.parse(number), { version: Count.parse(version) })
    return undefined
  })
}

/** @returns `{ versions, next }` */
export async function listVersionsAction(ref: DraftRef, before?: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { kind, id } = Ref.parse(ref)
    const page = { size: perPage, before: Count.optional().parse(before) }
    return { detail: await listDraftVersions(commandsOf[kind].noun, actor, id, page) }
  })
}

/** What a revision says. */
export async function readVersionAction(ref: DraftRef, number: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { kind, id } = Ref.parse(ref)
    return { detail: await kinds[kind].read(actor, id, Count.parse(number)) }
  })
}
