'use client'

import { ChooseDialog } from '#app/(newsroom)/desk/draft/choose-dialog'
import type { Conflict } from '#app/(newsroom)/desk/draft/keeper'
import { changesBetween } from '#lib/front/changes'
import type { FrontConflict } from '#lib/front/commands/draft'
import { labelOf } from '#lib/front/words'
import type { FrontContent } from '#lib/site/front/content'
import { ORDER } from '#lib/three-way'

import { ChangesList } from './changes-list'
import type { FrontHandle } from './use-front'

type Props = { front: FrontHandle; conflict: Conflict<FrontContent>; onClose: () => void }

/** Two have changed the same: one chooses, container by container, whose stands. */
export function ConflictDialog({ front, conflict, onClose }: Props) {
  const { theirs } = conflict
  const base = front.now.content
  // The server adds what may be told of what the other has placed.
  const { stories: told } = conflict as FrontConflict
  const stories = new Map([...front.stories, ...told.map((story) => [story.id, story] as const)])
  const labels = new Map(
    [...theirs.containers, ...front.content.containers].map((one) => [one.id, labelOf(one, front.names)]),
  )
  return (
    <ChooseDialog
      conflict={conflict}
      nameOf={(id) => (id === ORDER ? 'The order of the containers' : (labels.get(id) ?? 'A container'))}
      show={(side, id) => <Made {...{ id, base, front, stories }} of={side === 'mine' ? front.content : theirs} />}
      onChoose={front.keeper.resolve}
      onClose={onClose}
    />
  )
}

type MadeProps = {
  id: string
  base: FrontContent
  of: FrontContent
  front: FrontHandle
  stories: FrontHandle['stories']
}

/** What one of the two made of it. */
function Made({ id, base, of, front, stories }: MadeProps) {
  if (id === ORDER)
    return <p className="text-muted">{of.containers.map((one) => labelOf(one, front.names)).join(' · ')}</p>
  const changes = changesBetween(base, of).filter(({ container }) => container.id === id)
  return <ChangesList changes={changes} stories={stories} names={front.names} none="As before." />
}
