'use client'

import { Button } from '#lib/ui/button'
import type { Paper, StoryProps } from './props'
import { actWords, type MainAct } from './publish/main-act'
import { ReadersSee } from './room/lamps'

type Props = {
  story: StoryProps
  waiting: number
  paper: Paper
  act: MainAct | undefined
  onAct: () => void
  onSendBack?: () => void
  onPanel: () => void
}

/** On a phone one reads, approves and mends a word: what can be done with the story stands under the thumb. */
export function Dock({ story, waiting, paper, act, onAct, onSendBack, onPanel }: Props) {
  return (
    <footer className="fixed inset-x-0 bottom-0 z-3 grid gap-2.5 border-t border-line bg-raised px-4 pt-2.5 pb-3.5 phone:hidden">
      <ReadersSee story={story} waiting={waiting} paper={paper} />
      <div className="flex gap-2 *:flex-auto">
        {onSendBack ? <Button onClick={onSendBack}>Send back…</Button> : <Button onClick={onPanel}>Details</Button>}
        {act && (
          <Button tone="primary" onClick={onAct}>
            {act === 'update' ? 'Read changes and update' : actWords[act]}
          </Button>
        )}
      </div>
    </footer>
  )
}
