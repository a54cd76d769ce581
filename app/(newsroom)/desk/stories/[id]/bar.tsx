'use client'

import { ChevronLeft, PanelRight, Search } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { Bell } from '#app/(newsroom)/bell'
import { Button, buttonClass } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import type { Paper, StoryProps } from './props'
import { actWords, type MainAct } from './publish/main-act'
import { Lamps } from './room/lamps'
import { Presence } from './room/presence'
import { SaveState } from './room/save-state'
import type { Colleague } from './room/use-colleagues'
import type { Connected } from './room/use-room'

type Props = {
  story: StoryProps
  slug: string
  section: string
  room: Connected
  signedOut: boolean
  me: string
  colleagues: Colleague[]
  onColleague: (colleague: Colleague) => void
  /** Offered while colleagues are there. */
  onTakeOver: (() => void) | undefined
  unread: number
  waiting: number
  paper: Paper
  act: MainAct | undefined
  onAct: () => void
  onPanel: () => void
  onFind: () => void
  /** Whether one edits or suggests. */
  mode: ReactNode
  onLeaveFocus: (() => void) | undefined
}

/** Whether it is saved stands at the start, beside the name; what readers see at the end, beside the act. */
export function Bar({
  story,
  slug,
  section,
  room,
  signedOut,
  me,
  colleagues,
  onColleague,
  onTakeOver,
  unread,
  waiting,
  paper,
  act,
  onAct,
  onPanel,
  onFind,
  mode,
  onLeaveFocus,
}: Props) {
  return (
    <header className="sticky top-0 z-3 flex items-center gap-2.5 border-b border-line bg-surface px-3 max-phone:h-[52px] max-phone:gap-0.5 max-phone:px-2">
      <Link href="/desk/stories" prefetch={false} aria-label="Back to stories" className={buttonClass('ghost', true)}>
        <Icon of={ChevronLeft} />
      </Link>
      <h1 className="sr-only">{story.headline || 'New story'}</h1>
      <span className="min-w-0 truncate max-phone:hidden">
        <b>{slug || 'New story'}</b> <span className="text-quiet">{section}</span>
      </span>
      <SaveState room={room} signedOut={signedOut} timezone={paper.timezone} />
      <span className="ms-auto" />
      {mode}
      <Presence me={me} colleagues={colleagues} onGo={onColleague} />
      {onTakeOver && colleagues.length > 0 && (
        <Button className="max-wide:hidden" tone="ghost" small onClick={onTakeOver}>
          Take over…
        </Button>
      )}
      <Lamps story={story} waiting={waiting} paper={paper} />
      {onLeaveFocus && (
        <Button
          tone="ghost"
          className="max-phone:hidden"
          small
          onClick={onLeaveFocus}
          aria-keyshortcuts="Control+Shift+F"
        >
          Leave focus mode
        </Button>
      )}
      <Button tone="ghost" small onClick={onFind} aria-label="Find and replace" aria-keyshortcuts="Control+F">
        <Icon of={Search} />
      </Button>
      <Bell unread={unread} />
      <Button className="wide:hidden" small onClick={onPanel} aria-label="Panel: publish, comments, history">
        <Icon of={PanelRight} />
      </Button>
      {act && (
        <Button tone="primary" className="max-phone:hidden" onClick={onAct} aria-keyshortcuts="Control+Enter">
          {actWords[act]} <Kbd>Ctrl Enter</Kbd>
        </Button>
      )}
    </header>
  )
}
