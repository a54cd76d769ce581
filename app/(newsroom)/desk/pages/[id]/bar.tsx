'use client'

import { WorkBar } from '#app/(newsroom)/desk/draft/work-bar'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { when } from '#app/(newsroom)/desk/stories/[id]/when'
import { StateMark } from '#app/(newsroom)/state-mark'
import { same } from '#lib/same'
import { MenuItem } from '#lib/ui/menu'

import type { Asked } from './page-dialogs'
import type { PageHandle } from './screen'

type Props = { page: PageHandle; paper: Paper; unread: number; ask: (asked: Asked) => void }

export function Bar({ page, paper, unread, ask }: Props) {
  const { now, content } = page
  return (
    <WorkBar
      back={{ href: '/desk/pages', of: 'pages' }}
      title={
        <>
          {content.title || 'No title yet'} <span className="font-normal text-quiet">page</span>
        </>
      }
      kept={page}
      paper={paper}
      unread={unread}
      readers={<Readers page={page} paper={paper} />}
      onPreview={() => ask('preview')}
      onHistory={() => ask('history')}
      onPublish={() => ask('publish')}
      plan={now.plan}
      onSchedule={() => ask('schedule')}
      onUnschedule={() => ask('unschedule')}
      acts={
        now.live ? (
          <>
            <MenuItem onClick={() => window.open(now.live?.path, '_blank', 'noopener')}>Open readers’ page</MenuItem>
            <MenuItem onClick={() => ask('take-back')}>Take it from readers…</MenuItem>
          </>
        ) : (
          <MenuItem onClick={() => ask('remove')}>Delete…</MenuItem>
        )
      }
    />
  )
}

/** What readers have, and whether changes wait. */
function Readers({ page, paper }: { page: PageHandle; paper: Paper }) {
  const { live, gone, readers } = page.now
  const waits = !readers || !same(readers, page.content)
  if (gone && !live) return <StateMark state="withdrawn">Taken from readers {when(gone.at.getTime(), paper)}</StateMark>
  if (!live) return <StateMark state="draft">Not published</StateMark>
  return (
    <>
      <span className="max-wide:hidden">
        Readers see revision {live.revision}, {when(live.at.getTime(), paper)}
      </span>
      <StateMark state={waits ? 'changes' : 'as-live'}>{waits ? 'Changes wait' : 'As live'}</StateMark>
    </>
  )
}
