'use client'

import type { Overtaken } from '#lib/story/commands/overtaken'
import type { PlanEnded, PlannedFirst } from '#lib/story/commands/plan'
import type { SeenConflict } from '#lib/story/commands/seen'
import { isNoted } from '#lib/story/live-versions'

import { publishAction } from '../actions'
import type { Telling } from './change-kind'
import { scheduleAction } from './plan-actions'

export type Outcome = {
  done?: 'publish' | 'update' | 'schedule'
  /** When it was done, or will be. */
  at: number
  /** Of a clarification or correction: its place in the publication log. */
  corrected?: number
  message?: string
  /** What is wrong with a field of the dialog. */
  fields?: Record<string, string>
  conflict?: SeenConflict | Overtaken | PlannedFirst | PlanEnded
}

type Seen = { snapshot: string; version: number; last: number }
/** What an answer has shown and who publishes goes on with: a state as it was then, suggestions that stay open. */
export type Agreed = Partial<Omit<Seen, 'last'>> & { without?: string[] }
type Options = { id: string; look: () => Promise<Omit<Seen, 'last'>>; onSignedOut: () => void }

/** What is asked for: now, or at an hour in milliseconds, in the place of a schedule that was on screen (`waits`). */
export type Wanted = {
  agreed: Agreed
  telling: Telling
  last: number
  waits: string | null
  at?: number
  instead?: string
}

/**
 * Sends what this person sees. When the server does not hold all of it yet, waits for it once more and asks again;
 * when it holds more, says what, and leaves the decision.
 */
export async function publish({ id, look, onSignedOut }: Options, wanted: Wanted): Promise<Outcome> {
  const { agreed, at, instead, last, waits } = wanted
  const { change, note, place } = wanted.telling
  const told = isNoted(change) ? { change, note, place } : { change }
  const send = (seen: Seen & Pick<Agreed, 'without'> & Pick<Wanted, 'waits'>) =>
    at === undefined ? publishAction(id, seen, told) : scheduleAction(id, seen, at, told, instead)
  try {
    const { snapshot, version, without } = agreed
    const seen = async () => ({ ...(await look()), without, last, waits })
    const shown = snapshot !== undefined && version !== undefined && { snapshot, version, without, last, waits }
    const first = await send(shown || (await seen()))
    const state = conflictOf(first)?.code === 'wait' ? await send(await seen()) : first
    if (state?.signedOut) onSignedOut()
    if (!state?.ok)
      return { at: Date.now(), message: state?.message, fields: state?.fields, conflict: conflictOf(state) }
    if (at !== undefined) return { done: 'schedule', at }
    const { act, seq } = state.detail as { act: 'publish' | 'update'; seq: number }
    return { done: act, at: Date.now(), corrected: isNoted(change) ? seq : undefined }
  } catch (error) {
    return {
      at: Date.now(),
      message: `Not ${at === undefined ? 'published' : 'scheduled'}. ${error instanceof Error && error.name === 'NotSaved' ? error.message : 'The server was not reached.'}`,
    }
  }
}

/** What who goes on has seen, once an answer has told of a colleague who was quicker. */
export function seenAfter(seen: Pick<Wanted, 'last' | 'waits'>, conflict: Outcome['conflict']) {
  if (conflict?.code === 'overtaken') return { ...seen, last: conflict.last.seq }
  if (conflict?.code === 'planned') return { ...seen, waits: conflict.waits.id }
  return conflict?.code === 'ended' ? { ...seen, waits: null } : seen
}

const conflictOf = (state: Awaited<ReturnType<typeof publishAction>>) => {
  const detail = state?.detail as Outcome['conflict']
  return state?.reason === 'conflict' && detail?.code ? detail : undefined
}
