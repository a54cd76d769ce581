'use client'

import { type ReactNode, useState } from 'react'

import type { Side } from '#lib/three-way'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Radio } from '#lib/ui/field'

import type { Conflict } from './keeper'

type Props = {
  conflict: Pick<Conflict<unknown>, 'clashes' | 'by'>
  /** What it is that both have changed. */
  nameOf: (id: string) => string
  /** What one of the two made of it. */
  show: (side: Side, id: string) => ReactNode
  onChoose: (choice: Record<string, Side>) => void
  onClose: () => void
}

/** Two have changed the same: one chooses, thing by thing, whose stands. All else of both is joined. */
export function ChooseDialog({ conflict: { clashes, by }, nameOf, show, onChoose, onClose }: Props) {
  const [choice, setChoice] = useState<Record<string, Side>>({})
  const who = by ?? 'Stet'
  const open = clashes.filter((id) => !choice[id])
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
              onChoose(choice)
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
            <legend className="mb-1 font-semibold">{nameOf(id)}</legend>
            <div className="grid gap-3 phone:grid-cols-2">
              {(['mine', 'theirs'] as const).map((side) => (
                <div key={side} className="grid content-start gap-1.5">
                  <Radio
                    name={id}
                    label={side === 'mine' ? 'Yours' : `What ${who} made of it`}
                    checked={choice[id] === side}
                    onChange={() => setChoice((before) => ({ ...before, [id]: side }))}
                  />
                  {show(side, id)}
                </div>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Dialog>
  )
}
