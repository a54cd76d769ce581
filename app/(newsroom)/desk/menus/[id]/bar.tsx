'use client'

import { WorkBar } from '#app/(newsroom)/desk/draft/work-bar'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { when } from '#app/(newsroom)/desk/stories/[id]/when'
import { StateMark } from '#app/(newsroom)/state-mark'
import { menuNames } from '#lib/menu/names'
import { MenuItem } from '#lib/ui/menu'

import type { Asked } from './menu-dialogs'
import type { MenuHandle } from './use-menu'

type Props = { menu: MenuHandle; paper: Paper; unread: number; ask: (asked: Asked) => void }

export function Bar({ menu, paper, unread, ask }: Props) {
  const { now, keeper, mayUndo } = menu
  return (
    <WorkBar
      back={{ href: '/desk/menus', of: 'menus' }}
      title={menuNames[menu.id].name}
      kept={menu}
      paper={paper}
      unread={unread}
      readers={<Readers menu={menu} paper={paper} />}
      undo={{ may: mayUndo, act: keeper.undo }}
      onHistory={() => ask('history')}
      onPublish={() => ask('publish')}
      plan={now.plan}
      onSchedule={() => ask('schedule')}
      onUnschedule={() => ask('unschedule')}
      acts={
        <>
          {now.live && <MenuItem onClick={() => ask('take-back')}>Back to what the rule makes…</MenuItem>}
          <MenuItem onClick={() => window.open('/', '_blank', 'noopener')}>Open readers’ home page</MenuItem>
        </>
      }
    />
  )
}

/** What readers have, and how much of it waits. */
function Readers({ menu: { now, changes }, paper }: Pick<Props, 'menu' | 'paper'>) {
  const { live } = now
  const waits = changes.length === 1 ? '1 change waits' : `${changes.length} changes wait`
  return (
    <>
      <span className="max-wide:hidden">
        {live
          ? `Readers see revision ${live.revision}, ${when(live.at.getTime(), paper)}`
          : 'Readers see what the rule makes'}
      </span>
      <StateMark state={changes.length ? (live ? 'changes' : 'draft') : 'as-live'}>
        {changes.length ? waits : 'As readers see it'}
      </StateMark>
    </>
  )
}
