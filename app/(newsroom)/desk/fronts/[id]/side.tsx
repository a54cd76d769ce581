'use client'

import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'

import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { type Spot, slotAt } from '#lib/front/moves'
import { labelOf } from '#lib/front/words'
import { Button } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'

import { useBoard } from './board'
import { Picker } from './picker'
import { SlotDetails } from './slot-details'

type Props = {
  sections: { id: string; name: string }[]
  paper: Paper
  onUpload: (files: File[], put: (media: string) => void) => void
  /** Set where it lies over the screen: it is done with. */
  onDone?: () => void
}

/** Beside the front: what the chosen place says of its story, or the stories that one may place. */
export function Side({ sections, paper, onUpload, onDone }: Props) {
  const { front, chosen, choose } = useBoard()
  const [other, setOther] = useState<Spot>()
  const slot = chosen && slotAt(front.content, chosen)
  const container = front.content.containers.find(({ id }) => id === chosen?.container)
  if (!chosen || !slot || !container || other === chosen)
    return <Picker sections={sections} timezone={paper.timezone} onPlaced={onDone} />
  return (
    <>
      <div className="flex items-center gap-1 border-b border-line py-1 ps-2 pe-4">
        <Button tone="ghost" small onClick={() => (onDone ? onDone() : choose(undefined))}>
          <Icon of={ChevronLeft} />
          {onDone ? 'Back' : 'Stories'}
        </Button>
        <h2 className="min-w-0 truncate font-semibold">
          {labelOf(container, front.names)}, place {chosen.place + 1}
        </h2>
      </div>
      <SlotDetails
        key={`${chosen.container} ${chosen.place} ${slot.story}`}
        {...{ spot: chosen, slot, paper, onUpload }}
        onOther={() => setOther(chosen)}
        onLeave={() => (onDone ? onDone() : choose(undefined))}
      />
    </>
  )
}
