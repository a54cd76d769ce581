'use client'

import { useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'

import { assignAction, duplicateAction, handInAction, markReadyAction, unspikeAction } from './actions'
import type { StoryProps } from './props'

/** Acts that need no dialog. @returns them, and why the last one was refused */
export function useActs({ id }: Pick<StoryProps, 'id'>, onSignedOut: () => void) {
  const [message, setMessage] = useState<string>()
  const run = (action: () => Promise<FormState>) => {
    setMessage(undefined)
    action().then(
      (state) => {
        if (state?.signedOut) onSignedOut()
        if (!state?.ok) setMessage(state?.message)
      },
      () => setMessage('The server was not reached. Nothing was done.'),
    )
  }
  return {
    message,
    'hand-in': () => run(() => handInAction(id)),
    ready: () => run(() => markReadyAction(id)),
    restore: () => run(() => unspikeAction(id)),
    duplicate: () => run(() => duplicateAction(id)),
    assign: (person: string | null) => run(() => assignAction(id, person)),
  }
}
