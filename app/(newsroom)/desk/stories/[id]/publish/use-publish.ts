'use client'

import type { SeenConflict } from '#lib/story/commands/seen'

import { publishAction } from '../actions'

export type Outcome = { done?: 'publish' | 'update'; at: number; message?: string; conflict?: SeenConflict }

type Seen = { snapshot: string; version: number }
type Options = { id: string; look: () => Promise<Seen>; onSignedOut: () => void }

/**
 * Sends what this person sees. When the server does not hold all of it yet, waits for it once more and asks again;
 * when it holds more, says what, and leaves the decision.
 */
export async function publish({ id, look, onSignedOut }: Options, shown?: Seen): Promise<Outcome> {
  try {
    const first = await attempt(id, shown ? { snapshot: shown.snapshot, version: shown.version } : await look())
    const state = conflictOf(first)?.code === 'wait' ? await attempt(id, await look()) : first
    if (state?.signedOut) onSignedOut()
    if (!state?.ok) return { at: Date.now(), message: state?.message, conflict: conflictOf(state) }
    return { done: (state.detail as { act: 'publish' | 'update' }).act, at: Date.now() }
  } catch (error) {
    return {
      at: Date.now(),
      message: `Not published. ${error instanceof Error && error.name === 'NotSaved' ? error.message : 'The server was not reached.'}`,
    }
  }
}

const attempt = (id: string, seen: Seen) => publishAction(id, seen)

const conflictOf = (state: Awaited<ReturnType<typeof publishAction>>) =>
  state?.reason === 'conflict' ? (state.detail as SeenConflict) : undefined
