'use client'

import { ChevronLeft, History, Undo2 } from 'lucide-react'
import Link from 'next/link'

import { Bell } from '#app/(newsroom)/bell'
import { SaveWord } from '#app/(newsroom)/desk/save-word'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { when } from '#app/(newsroom)/desk/stories/[id]/when'
import { StateMark } from '#app/(newsroom)/state-mark'
import { menuNames } from '#lib/menu/names'
import { Button, buttonClass } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { Menu, MenuItem } from '#lib/ui/menu'

import type { Asked } from './menu-dialogs'
import type { MenuHandle } from './use-menu'

type Props = { menu: MenuHandle; paper: Paper; unread: number; ask: (asked: Asked) => void }

/** Whether it is saved stands at the start, beside the name; what readers see at the end, beside the act. */
export function Bar({ menu, paper, unread, ask }: Props) {
  const { now, keeper, mayUndo, changes } = menu
  const { live } = now
  return (
    <header className="sticky top-0 z-3 flex min-h-12 items-center gap-2.5 border-b border-line bg-surface px-3 max-phone:flex-wrap max-phone:gap-1 max-phone:px-2">
      <Link href="/desk/menus" prefetch={false} aria-label="Back to menus" className={buttonClass('ghost', true)}>
        <Icon of={ChevronLeft} />
      </Link>
      <h1 className="min-w-0 truncate text-title font-semibold">{menuNames[menu.id].name}</h1>
      <SaveWord save={menu.save} savedAt={menu.savedAt} zone={paper.timezone} />
      <span className="ms-auto" />
      <span className="flex min-w-0 flex-wrap items-center justify-end gap-x-3 text-muted max-phone:order-last max-phone:w-full max-phone:justify-start">
        <span className="max-wide:hidden">
          {live
            ? `Readers see revision ${live.revision}, ${when(live.at.getTime(), paper)}`
            : 'Readers see what the rule makes'}
        </span>
        <StateMark state={changes.length ? (live ? 'changes' : 'draft') : 'as-live'}>
          {changes.length === 1
            ? '1 change waits'
            : changes.length
              ? `${changes.length} changes wait`
              : 'As readers see it'}
        </StateMark>
      </span>
      <Button tone="ghost" small disabled={!mayUndo} onClick={keeper.undo} aria-keyshortcuts="Control+Z">
        <Icon of={Undo2} />
        <span className="max-wide:sr-only">Undo</span>
      </Button>
      <Button tone="ghost" small className="max-phone:hidden" onClick={() => ask('history')}>
        <Icon of={History} />
        <span className="max-wide:sr-only">History</span>
      </Button>
      <Menu label="More acts">
        <MenuItem onClick={() => ask('history')}>History…</MenuItem>
        {live && <MenuItem onClick={() => ask('take-back')}>Back to what the rule makes…</MenuItem>}
        <MenuItem onClick={() => window.open('/', '_blank', 'noopener')}>Open readers’ home page</MenuItem>
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
