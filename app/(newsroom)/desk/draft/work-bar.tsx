'use client'

import { ChevronLeft, History, Monitor, Undo2 } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { Bell } from '#app/(newsroom)/bell'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { hour } from '#app/(newsroom)/desk/stories/[id]/when'
import { StateMark } from '#app/(newsroom)/state-mark'
import type { PlanShown } from '#lib/draft/queries/plans'
import { Button, buttonClass } from '#lib/ui/button'
import { type Glyph, Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { Menu, MenuItem } from '#lib/ui/menu'

import type { Save } from './keeper'
import { SaveWord } from './save-word'

type Props = {
  /** The list that one came from, and what it is a list of. */
  back: { href: string; of: string }
  title: ReactNode
  kept: { save: Save; savedAt: number | undefined; here: boolean }
  unread: number
  /** What readers have, and what waits. */
  readers: ReactNode
  /** Takes back what was done last here; absent where the text itself does. */
  undo?: { may: boolean; act: () => void }
  onPreview?: () => void
  onHistory: () => void
  onPublish: () => void
  /** What waits for its hour, by the newsroom's clock. */
  plan: PlanShown | undefined
  paper: Paper
  onSchedule: () => void
  onUnschedule: () => void
  /** Further acts of the menu. */
  acts: ReactNode
}

/**
 * Stands over what is drafted, kept and published as a whole. Whether it is saved stands at the start, beside the name; what
 * readers see at the end, beside the act.
 */
export function WorkBar(props: Props) {
  const { back, title, kept, unread, readers, undo, plan, paper, onPreview, onHistory, onPublish, acts } = props
  return (
    <header className="sticky top-0 z-3 flex min-h-12 items-center gap-2.5 border-b border-line bg-surface px-3 max-phone:flex-wrap max-phone:gap-1 max-phone:px-2">
      <Link href={back.href} prefetch={false} aria-label={`Back to ${back.of}`} className={buttonClass('ghost', true)}>
        <Icon of={ChevronLeft} />
      </Link>
      {/* On a phone it gives way, so that all acts stand beside it. */}
      <h1 className="min-w-0 truncate text-title font-semibold max-phone:flex-[1_1_0]">{title}</h1>
      <SaveWord save={kept.save} savedAt={kept.savedAt} here={kept.here} zone={paper.timezone} />
      <span className="ms-auto max-phone:hidden" />
      <span className="flex min-w-0 flex-wrap items-center justify-end gap-x-3 text-muted max-phone:order-last max-phone:w-full max-phone:justify-start">
        {readers}
        {plan && <StateMark state="scheduled">{hour(plan.dueAt.getTime(), paper)}</StateMark>}
        {plan?.isBehind && <span className="text-scheduled">an earlier draft</span>}
      </span>
      {undo && (
        <Button tone="ghost" small disabled={!undo.may} onClick={undo.act} aria-keyshortcuts="Control+Z">
          <Icon of={Undo2} />
          <span className="max-wide:sr-only">Undo</span>
        </Button>
      )}
      {onPreview && <Wide glyph={Monitor} name="Preview" onClick={onPreview} />}
      <Wide glyph={History} name="History" onClick={onHistory} />
      <Menu label="More acts">
        {onPreview && <MenuItem onClick={onPreview}>Preview…</MenuItem>}
        <MenuItem onClick={onHistory}>History…</MenuItem>
        <MenuItem onClick={props.onSchedule}>{plan ? 'Another hour or version…' : 'Schedule…'}</MenuItem>
        {plan && <MenuItem onClick={props.onUnschedule}>Take the schedule off…</MenuItem>}
        {acts}
      </Menu>
      <Button tone="primary" onClick={onPublish}>
        Publish… <Kbd>Ctrl Enter</Kbd>
      </Button>
      <span className="max-phone:hidden">
        <Bell unread={unread} />
      </span>
    </header>
  )
}

/** Has room where the window is no phone's; there it is in the menu. */
const Wide = ({ glyph, name, onClick }: { glyph: Glyph; name: string; onClick: () => void }) => (
  <Button tone="ghost" small className="max-phone:hidden" onClick={onClick}>
    <Icon of={glyph} />
    <span className="max-wide:sr-only">{name}</span>
  </Button>
)
