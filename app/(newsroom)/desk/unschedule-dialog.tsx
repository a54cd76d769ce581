'use client'

import type { FormState } from '#app/(newsroom)/answer'
import { AskDialog } from '#app/(newsroom)/ask-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { hour } from '#app/(newsroom)/desk/stories/[id]/when'
import type { PlanShown } from '#lib/draft/queries/plans'

type Props = {
  plan: PlanShown
  paper: Paper
  act: (schedule: string) => Promise<FormState>
  /** @param detail of the action: how it stands now @param said what is to be read out */
  onDone: (detail: unknown, said: string) => void
  onClose: () => void
}

/** Takes off what waits for its hour. */
export const UnscheduleDialog = ({ plan, paper, act, onDone, onClose }: Props) => (
  <AskDialog
    title="Take the schedule off?"
    note={`It is set for ${hour(plan.dueAt.getTime(), paper)} by ${plan.by}.`}
    verb="Take it off"
    leave="Leave it"
    tone="danger"
    act={() => act(plan.id)}
    onState={(state) => state?.ok && onDone(state.detail, 'The schedule is off.')}
    onClose={onClose}
  >
    Nothing is published at that hour. Revision {plan.revision} stays in the history.
  </AskDialog>
)
