'use client'

import { Button, buttonClass } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

import { useBoard } from './board'

/** What stands in the way of what was changed last, and what was joined with it. */
export function Troubles({ onConflict }: { onConflict: () => void }) {
  const { front, held, hold } = useBoard()
  const { save, message, conflict, joined, keeper } = front
  if (held)
    return (
      <Line>
        <Notice tone="good" title="Choose the place that it goes to.">
          <Button small onClick={() => hold(undefined)}>
            Leave it where it is
          </Button>
        </Notice>
      </Line>
    )
  if (save === 'conflict' && conflict)
    return (
      <Line>
        <Notice tone="warning" title={message}>
          What you change meanwhile stays on this screen and is not sent.{' '}
          <Button small onClick={onConflict}>
            Choose…
          </Button>
        </Notice>
      </Line>
    )
  if (save === 'refused' || save === 'signed-out')
    return (
      <Line>
        <Notice title={message}>
          Your changes are on this screen.{' '}
          {save === 'signed-out' && (
            <a href="/sign-in" target="_blank" rel="noreferrer" className={buttonClass('plain', true)}>
              Sign in
            </a>
          )}{' '}
          <Button small onClick={keeper.retry}>
            Try again
          </Button>
        </Notice>
      </Line>
    )
  if (save === 'unreached')
    return (
      <Line>
        <Notice tone="warning" title="The server is not reached. Your changes are in this window only.">
          They go up by themselves when it is there. Leave the window open.
        </Notice>
      </Line>
    )
  if (joined)
    return (
      <Line>
        <Notice tone="good" title={`${joined} has changed this front, too. Both are in it now.`} />
      </Line>
    )
  return null
}

const Line = ({ children }: { children: React.ReactNode }) => (
  <div className="border-b border-line px-4 py-2">{children}</div>
)
