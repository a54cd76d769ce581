'use client'

import { GiveDialog } from '#app/(newsroom)/desk/draft/give-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'

import { ChangesList } from './changes-list'
import type { FrontHandle } from './use-front'

type Props = {
  front: FrontHandle
  paper: Paper
  /** At an hour to come. */
  later: boolean
  onDone: (said: string) => void
  onClose: () => void
}

/** Gives readers the front as it stands here, now or at an hour. */
export function GiveFront({ front, ...props }: Props) {
  const { now, changes, stories, names } = front
  return (
    <GiveDialog what={`the front ${now.name}`} wide of={front} problems={now.problems} {...props}>
      <ChangesList {...{ changes, stories, names }} none="Nothing: readers have all of this." />
    </GiveDialog>
  )
}
