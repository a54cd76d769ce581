'use client'

import type { ReactNode } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import { Button, type Tone } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

import { type Answered, useAct } from './use-act'

type Props = Answered & {
  title: string
  note?: string
  /** The act as its button says it, and what leaves things as they are. */
  verb: string
  leave?: string
  tone?: Tone
  act: () => Promise<FormState>
  /** What will come of it. */
  children: ReactNode
}

/** Asks before an act that needs no words. */
export function AskDialog({
  title,
  note,
  verb,
  leave = 'Cancel',
  tone = 'primary',
  act,
  children,
  ...answered
}: Props) {
  const { error, busy, run } = useAct(answered)
  return (
    <Dialog
      title={title}
      note={note}
      onClose={answered.onClose}
      foot={
        <>
          <Button onClick={answered.onClose}>{leave}</Button>
          <Button tone={tone} data-first aria-disabled={busy} onClick={() => run(act)}>
            {verb}
          </Button>
        </>
      }
    >
      <div>{children}</div>
      {error && (
        <p role="alert" className="mt-2 text-withdrawn">
          {error}
        </p>
      )}
    </Dialog>
  )
}
