'use client'

import type { ReactNode } from 'react'

import { Button, buttonClass } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

import type { Kept } from './keeper'

type Props = {
  /** `here`: this device keeps it. */
  kept: Pick<Kept<unknown, never>, 'save' | 'message' | 'conflict' | 'joined' | 'back'> & { here: boolean }
  /** What is edited, as in `this front`. */
  what: string
  retry: () => void
  onConflict: () => void
}

/** What stands in the way of what was changed last, and what was joined with it. */
export function SaveTroubles({
  kept: { save, message, conflict, joined, back, here },
  what,
  retry,
  onConflict,
}: Props) {
  if (save === 'conflict' && conflict)
    return (
      <NoticeLine>
        <Notice tone="warning" title={message}>
          What you change meanwhile stays on this screen and is not sent.{' '}
          <Button small onClick={onConflict}>
            Choose…
          </Button>
        </Notice>
      </NoticeLine>
    )
  if (save === 'refused' || save === 'signed-out')
    return (
      <NoticeLine>
        <Notice title={message}>
          Your changes are on this screen.{' '}
          {save === 'signed-out' && (
            <a href="/sign-in" target="_blank" rel="noreferrer" className={buttonClass('plain', true)}>
              Sign in
            </a>
          )}{' '}
          <Button small onClick={retry}>
            Try again
          </Button>
        </Notice>
      </NoticeLine>
    )
  if (save === 'unreached')
    return (
      <NoticeLine>
        <Notice
          tone="warning"
          title={`The server is not reached. Your changes are ${here ? 'on this device' : 'in this window'} only.`}
        >
          They go up by themselves when it is there. {!here && 'Leave the window open.'}
        </Notice>
      </NoticeLine>
    )
  if (joined)
    return (
      <NoticeLine>
        <Notice tone="good" title={`${joined} has changed ${what}, too. Both are in it now.`} />
      </NoticeLine>
    )
  if (back)
    return (
      <NoticeLine>
        <Notice tone="good" title="What you had changed here, and was never sent, is back." />
      </NoticeLine>
    )
  return null
}

export const NoticeLine = ({ children }: { children: ReactNode }) => (
  <div className="border-b border-line px-4 py-2">{children}</div>
)
