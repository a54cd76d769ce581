'use client'

import type { ReactNode } from 'react'

import { AskDialog } from '#app/(newsroom)/ask-dialog'

import { takeBackDraftAction } from './actions'
import type { OnScreen } from './use-kept'

type Props = {
  of: OnScreen
  title: string
  /** Place in the publication log of what readers have. */
  seen: number
  /** To readers of a page. */
  note?: string
  /** What is read out once it is done. */
  said: string
  onDone: (said: string) => void
  onClose: () => void
  /** What will come of it. */
  children: ReactNode
}

/** Takes what readers have from them; the draft stays. */
export const TakeBackDialog = ({ of: { ref, keeper }, title, seen, note, said, onDone, onClose, children }: Props) => (
  <AskDialog
    title={title}
    verb="Take it from readers"
    leave="Leave it"
    tone="danger"
    act={() => takeBackDraftAction(ref, seen, note)}
    onState={(state) => {
      if (!state?.ok) return
      keeper.accept(state.detail)
      onDone(said)
    }}
    onClose={onClose}
  >
    {children}
  </AskDialog>
)
