'use client'

import type { SeenConflict } from '#lib/story/commands/seen'

import { publishAction } from '../actions'

export type Outcome = { done?: 'publish' | 'update'; at: number; message?: string; conflict?: SeenConflict }

type Seen = { snapshot: string; version: number }
/** What an answer has shown and who publishes goes on with: a state as it was then, suggestions that stay open. */
export type Agreed = Partial<Seen> & { without?: string[] }
type Options = { id: string; look: () => Promise<Seen>; onSignedOut: () => void }

/**
 * Sends what this person sees. When the server does not hold all of it yet, waits for it once more and asks again;
 * when it holds more, says what, and leaves the decision.
 */
export async function publish({ id, look, onSignedOut }: Options, agreed: Agreed = {}): Promise<Outcome> {
  try {
    const { snapshot, version, without } = agreed
    const seen = async () => ({ ...(await look()), without })
    const shown = snapshot !== undefined && version !== undefined && { snapshot, version, without }
    const first = await publishAction(id, shown || (await seen()))
    const state = conflictOf(first)?.code === 'wait' ? await publishAction(id, await seen()) : first
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

const conflictOf = (state: Awaited<ReturnType<typeof publishAction>>) =>
  state?.reason === 'conflict' ? (state.detail as SeenConflict) : undefined
