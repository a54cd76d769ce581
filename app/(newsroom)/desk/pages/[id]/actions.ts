'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { listUsedByPage } from '#lib/media/queries/used'
import { removePage } from '#lib/page/commands/take-back'
import { MOST_MEDIA } from '#lib/story/document/media-uses'

const Id = z.string().max(40)
const Ids = z.array(Id).max(MOST_MEDIA)

/** What the library says of what a page shows: `Used[]`; what is not among it is there no more. */
export async function findUsedAction(id: string, ids: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => ({ detail: await listUsedByPage(actor, Id.parse(id), Ids.parse(ids)) }))
}

/** @param version of the draft on screen */
export async function removePageAction(id: string, version: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await removePage(actor, Id.parse(id), { version: z.number().int().min(0).parse(version) })
    return {}
  })
}
