'use client'

import { useState } from 'react'

import { changesBetween } from '#lib/front/changes'
import type { FrontConflict } from '#lib/front/commands/save'
import { ORDER, type Side } from '#lib/front/merge'
import { labelOf } from '#lib/front/words'
import type { FrontContent } from '#lib/site/front/content'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Radio } from '#lib/ui/field'

import { ChangesList } from './changes-list'
import type { FrontHandle } from './use-front'

type Props = { front: FrontHandle; conflict: FrontConflict; onClose: () => void }

/** Two have changed the same: one chooses, container by container, whose stands. All else of both is joined. */
export function ConflictDialog({ front, conflict, onClose }: Props) {
  const { theirs, clashes, by } = conflict
  const [choice, setChoice] = useState<Record<string, Side>>({})
  const base = front.now.content
  const who = by ?? 'Stet'
  const open = clashes.filter((id) => !choice[id])
  const choose = (id: string, side: Side) => setChoice((before) => ({ ...before, [id]: side }))
  const labels = new Map(
    [...theirs.containers, ...front.content.containers].map((one) => [one.id, labelOf(one, front.names)]),
  )
  return (
    <Dialog
      title={`${who} has changed the same meanwhile`}
      note="Nothing of either is lost: what you changed stays on this screen until you choose. All the rest is joined."
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Later</Button>
          <Button
            tone="primary"
            disabled={open.length > 0}
            onClick={() => {
              front.keeper.resolve(choice)
              onClose()
            }}
          >
            {open.length
              ? `Choose ${open.length === 1 ? 'for one more' : `for ${open.length} more`}`
              : 'Go on with these'}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {clashes.map((id) => (
          <fieldset key={id} className="grid gap-2">
            <legend className="mb-1 font-semibold">
              {id === ORDER ? 'The order of the containers' : (labels.get(id) ?? 'A container')}
            </legend>
            <div className="grid gap-3 phone:grid-cols-2">
              {(['mine', 'theirs'] as const).map((side) => (
                <div key={side} className="grid content-start gap-1.5">
                  <Radio
                    name={id}
                    label={side === 'mine' ? 'Yours' : `What ${who} made of it`}
                    checked={choice[id] === side}
                    onChange={() => choose(id, side)}
                  />
                  <Made {...{ id, base, front }} of={side === 'mine' ? front.content : theirs} />
                </div>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Dialog>
  )
}

type MadeProps = { id: string; base: FrontContent; of: FrontContent; front: FrontHandle }

/** What one of the two made of it. */
function Made({ id, base, of, front }: MadeProps) {
  if (id === ORDER)
    return <p className="text-muted">{of.containers.map((one) => labelOf(one, front.names)).join(' · ')}</p>
  const changes = changesBetween(base, of).filter(({ container }) => container.id === id)
  return <ChangesList changes={changes} stories={front.stories} names={front.names} none="As before." />
}
