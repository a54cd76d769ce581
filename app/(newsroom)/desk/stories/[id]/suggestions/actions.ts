'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { whoIs } from '#lib/auth/session'
import { decideSuggestions } from '#lib/suggestion/commands/decide'
import { reopenSuggestions } from '#lib/suggestion/commands/reopen'
import { noteTold } from '#lib/suggestion/commands/told'
import { listSuggestions } from '#lib/suggestion/queries'

const Id = z.string().max(40)
const Ids = z.array(Id).max(5000)
const Verdict = z.enum(['accept', 'reject', 'take-back'])
const Seen = z
  .array(z.strictObject({ person: Id, card: z.string().max(200), said: z.string().max(1_000_000) }))
  .min(1)
  .max(5000)

/** Who suggests something for the story, and what became of suggestions; nothing for who is no longer signed in. */
export async function listSuggestionsAction(story: string) {
  const actor = await whoIs()
  return actor ? listSuggestions(actor, Id.parse(story)) : null
}

export async function decideAction(story: string, verdict: unknown, seen: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => ({
    detail: await decideSuggestions(actor, Id.parse(story), Verdict.parse(verdict), Seen.parse(seen)),
  }))
}

export async function reopenAction(story: string, ids: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await reopenSuggestions(actor, Id.parse(story), Ids.parse(ids))
  })
}

export async function noteToldAction(ids: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await noteTold(actor, Ids.parse(ids))
  })
}
