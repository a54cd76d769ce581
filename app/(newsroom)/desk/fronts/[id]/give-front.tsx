'use client'

import { GiveDialog } from '#app/(newsroom)/desk/give-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import type { FrontNow } from '#lib/front/queries/screen'

import { publishFrontAction, scheduleFrontAction } from './actions'
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
export function GiveFront({ front, paper, later, onDone, onClose }: Props) {
  const { id, now, keeper, changes, stories, names } = front
  const told = (wanted: 'must' | 'advice') =>
    now.problems.filter(({ level }) => level === wanted).map(({ message }) => message)
  const version = () => keeper.get().now.version
  return (
    <GiveDialog
      what={`the front ${now.name}`}
      wide
      {...{ later, paper, plan: now.plan, onClose }}
      faults={told('must')}
      advice={told('advice')}
      flush={keeper.flush}
      publish={() => publishFrontAction(id, version())}
      schedule={(at) => scheduleFrontAction(id, version(), at, keeper.get().now.plan?.id)}
      onDone={(detail, said) => {
        keeper.accept(detail as FrontNow)
        onDone(said)
      }}
    >
      <ChangesList {...{ changes, stories, names }} none="Nothing: readers have all of this." />
    </GiveDialog>
  )
}
