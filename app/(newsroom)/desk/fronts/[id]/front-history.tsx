'use client'

import { HistoryDialog } from '#app/(newsroom)/desk/draft/history-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { changesBetween } from '#lib/front/changes'
import type { findFrontVersion } from '#lib/front/queries/history'

import { ChangesList } from './changes-list'
import type { FrontHandle } from './use-front'

type Props = { front: FrontHandle; paper: Paper; onDone: (said: string) => void; onClose: () => void }
type Read = Awaited<ReturnType<typeof findFrontVersion>>

/** The front's revisions. */
export function FrontHistory({ front, ...props }: Props) {
  const { content, stories, names } = front
  return (
    <HistoryDialog<Read>
      of={front}
      show={(read) => (
        <ChangesList
          changes={changesBetween(content, read.content)}
          stories={new Map([...stories, ...read.stories.map((story) => [story.id, story] as const)])}
          names={new Map([...names, ...read.names])}
          none="The draft says just this."
        />
      )}
      {...props}
    />
  )
}
