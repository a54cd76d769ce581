'use client'

import { NoticeLine, SaveTroubles } from '#app/(newsroom)/desk/draft/save-troubles'
import { Button } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

import { useBoard } from './board'

/** What is carried, or what stands in the way of what was changed last. */
export function Troubles({ onConflict }: { onConflict: () => void }) {
  const { front, held, hold } = useBoard()
  if (!held) return <SaveTroubles kept={front} what="this front" retry={front.keeper.retry} onConflict={onConflict} />
  return (
    <NoticeLine>
      <Notice tone="good" title="Choose the place that it goes to.">
        <Button small onClick={() => hold(undefined)}>
          Leave it where it is
        </Button>
      </Notice>
    </NoticeLine>
  )
}
