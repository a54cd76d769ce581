'use client'

import { HistoryDialog } from '#app/(newsroom)/desk/history-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { changesBetween } from '#lib/front/changes'
import type { findFrontVersion } from '#lib/front/queries/history'
import type { FrontNow } from '#lib/front/queries/screen'

import { listVersionsAction, readVersionAction, restoreFrontAction } from './actions'
import { ChangesList } from './changes-list'
import type { FrontHandle } from './use-front'

type Props = { front: FrontHandle; paper: Paper; onDone: (said: string) => void; onClose: () => void }
type Read = Awaited<ReturnType<typeof findFrontVersion>>

/** The front's revisions. */
export function FrontHistory({ front, paper, onDone, onClose }: Props) {
  const { id, keeper, content, stories, names } = front
  return (
    <HistoryDialog<Read>
      what="front"
      paper={paper}
      list={(before) => listVersionsAction(id, before)}
      read={(number) => readVersionAction(id, number)}
      show={(read) => (
        <ChangesList
          changes={changesBetween(content, read.content)}
          stories={new Map([...stories, ...read.stories.map((story) => [story.id, story] as const)])}
          names={new Map([...names, ...read.names])}
          none="The draft says just this."
        />
      )}
      flush={keeper.flush}
      restore={(number) => restoreFrontAction(id, number, keeper.get().now.version)}
      onRestored={(detail, said) => {
        keeper.accept(detail as FrontNow)
        onDone(said)
      }}
      onClose={onClose}
    />
  )
}
