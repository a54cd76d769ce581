'use client'

import { WorkBar } from '#app/(newsroom)/desk/draft/work-bar'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { when } from '#app/(newsroom)/desk/stories/[id]/when'
import { StateMark } from '#app/(newsroom)/state-mark'
import { MenuItem } from '#lib/ui/menu'

import { useBoard } from './board'

type Props = { paper: Paper; unread: number }

export function Bar({ paper, unread }: Props) {
  const { front, ask } = useBoard()
  const { now, keeper, mayUndo } = front
  return (
    <WorkBar
      back={{ href: '/desk/fronts', of: 'fronts' }}
      title={
        <>
          {now.name} <span className="font-normal text-quiet">front</span>
        </>
      }
      kept={front}
      paper={paper}
      unread={unread}
      readers={<Readers paper={paper} />}
      undo={{ may: mayUndo, act: keeper.undo }}
      onPreview={() => ask('preview')}
      onHistory={() => ask('history')}
      onPublish={() => ask('publish')}
      plan={now.plan}
      onSchedule={() => ask('schedule')}
      onUnschedule={() => ask('unschedule')}
      acts={
        <>
          {now.live && <MenuItem onClick={() => ask('take-back')}>Back to what the rule makes…</MenuItem>}
          <MenuItem onClick={() => window.open(now.path, '_blank', 'noopener')}>Open readers’ page</MenuItem>
        </>
      }
    />
  )
}

/** What readers have, what waits, and what waits for its hour. */
function Readers({ paper }: { paper: Paper }) {
  const { front } = useBoard()
  const { now, changes } = front
  const { live } = now
  const count = changes.length
  return (
    <>
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
    </>
  )
}
