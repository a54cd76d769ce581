'use client'

import { ChevronLeft, History, Monitor, Undo2 } from 'lucide-react'
import Link from 'next/link'

import { Bell } from '#app/(newsroom)/bell'
import { SaveWord } from '#app/(newsroom)/desk/save-word'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { hour, when } from '#app/(newsroom)/desk/stories/[id]/when'
import { StateMark } from '#app/(newsroom)/state-mark'
import { Button, buttonClass } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { Menu, MenuItem } from '#lib/ui/menu'

import { useBoard } from './board'

type Props = { paper: Paper; unread: number }

/** Whether it is saved stands at the start, beside the name; what readers see at the end, beside the act. */
export function Bar({ paper, unread }: Props) {
  const { front, ask } = useBoard()
  const { now, keeper, mayUndo } = front
  return (
    <header className="sticky top-0 z-3 flex min-h-12 items-center gap-2.5 border-b border-line bg-surface px-3 max-phone:flex-wrap max-phone:gap-1 max-phone:px-2">
      <Link href="/desk/fronts" prefetch={false} aria-label="Back to fronts" className={buttonClass('ghost', true)}>
        <Icon of={ChevronLeft} />
      </Link>
      <h1 className="min-w-0 truncate text-title font-semibold">
        {now.name} <span className="font-normal text-quiet">front</span>
      </h1>
      <SaveWord save={front.save} savedAt={front.savedAt} zone={paper.timezone} />
      <span className="ms-auto" />
      <Readers paper={paper} />
      <Button tone="ghost" small disabled={!mayUndo} onClick={keeper.undo} aria-keyshortcuts="Control+Z">
        <Icon of={Undo2} />
        <span className="max-wide:sr-only">Undo</span>
      </Button>
      <Button tone="ghost" small className="max-phone:hidden" onClick={() => ask('preview')}>
        <Icon of={Monitor} />
        <span className="max-wide:sr-only">Preview</span>
      </Button>
      <Button tone="ghost" small className="max-phone:hidden" onClick={() => ask('history')}>
        <Icon of={History} />
        <span className="max-wide:sr-only">History</span>
      </Button>
      <Menu label="More acts">
        <MenuItem onClick={() => ask('preview')}>Preview…</MenuItem>
        <MenuItem onClick={() => ask('history')}>History…</MenuItem>
        <MenuItem onClick={() => ask('schedule')}>{now.plan ? 'Another hour or version…' : 'Schedule…'}</MenuItem>
        {now.plan && <MenuItem onClick={() => ask('unschedule')}>Take the schedule off…</MenuItem>}
        {now.live && <MenuItem onClick={() => ask('take-back')}>Back to what the rule makes…</MenuItem>}
        <MenuItem onClick={() => window.open(now.path, '_blank', 'noopener')}>Open readers’ page</MenuItem>
      </Menu>
      <Button tone="primary" onClick={() => ask('publish')}>
        Publish… <Kbd>Ctrl Enter</Kbd>
      </Button>
      <span className="max-phone:hidden">
        <Bell unread={unread} />
      </span>
    </header>
  )
}

/** What readers have, what waits, and what waits for its hour. */
function Readers({ paper }: { paper: Paper }) {
  const { front } = useBoard()
  const { now, changes } = front
  const { live, plan } = now
  const count = changes.length
  return (
    <span className="flex min-w-0 flex-wrap items-center justify-end gap-x-3 text-muted max-phone:order-last max-phone:w-full max-phone:justify-start">
      <span className="max-wide:hidden">
        {live
          ? `Readers see revision ${live.revision}, ${when(live.at.getTime(), paper)}`
          : 'Readers see what the rule makes'}
      </span>
      {count > 0 && (
        <StateMark state={live ? 'changes' : 'draft'}>
          {count === 1 ? '1 container waits' : `${count} containers wait`}
        </StateMark>
      )}
      {plan && <StateMark state="scheduled">{hour(plan.dueAt.getTime(), paper)}</StateMark>}
    </span>
  )
}
