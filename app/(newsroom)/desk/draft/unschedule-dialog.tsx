'use client'

import { AskDialog } from '#app/(newsroom)/ask-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { hour } from '#app/(newsroom)/desk/stories/[id]/when'

import { unscheduleDraftAction } from './actions'
import type { OnScreen } from './use-kept'

type Props = {
  of: OnScreen
  paper: Paper
  /** @param said what is to be read out */
  onDone: (said: string) => void
  onClose: () => void
}

/** Takes off what waits for its hour. */
export function UnscheduleDialog({ of: { ref, now, keeper }, paper, onDone, onClose }: Props) {
  const { plan } = now
  if (!plan) return null
  return (
    <AskDialog
      title="Take the schedule off?"
      note={`It is set for ${hour(plan.dueAt.getTime(), paper)} by ${plan.by}.`}
      verb="Take it off"
      leave="Leave it"
      tone="danger"
      act={() => unscheduleDraftAction(ref, plan.id)}
      onState={(state) => {
        if (!state?.ok) return
        keeper.accept(state.detail)
        onDone('The schedule is off.')
      }}
      onClose={onClose}
    >
      Nothing is published at that hour. Revision {plan.revision} stays in the history.
    </AskDialog>
  )
}
