'use client'

import { Pin } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { Thumb } from '#app/(newsroom)/desk/media/thumb'
import { StateMark, type StoryState } from '#app/(newsroom)/state-mark'
import type { Spot } from '#lib/front/moves'
import type { ByRule } from '#lib/front/queries/filled'
import type { ToldStory } from '#lib/front/queries/stories'
import { same } from '#lib/same'
import type { Placed } from '#lib/site/front/content'
import { Icon } from '#lib/ui/icon'

import { carried, carry, isCarried, slotId, useBoard } from './board'
import { SlotMenu } from './slot-menu'

type Props = {
  spot: Spot
  slot: Placed | null
  /** What the rule puts there, as long as nobody does. */
  byRule: ByRule | undefined
  /** Readers have it otherwise. */
  waits: boolean
}

export const states: Record<Exclude<ToldStory['state'], 'hidden' | 'live'>, StoryState> = {
  scheduled: 'scheduled',
  unpublished: 'unpublished',
  withdrawn: 'withdrawn',
}

/** One place of a container: what is placed there, else what the rule puts there. Stories are dropped on it. */
export function Slot({ spot, slot, byRule, waits }: Props) {
  const { front, chosen, choose, held, hold, drop, takeOut, shift } = useBoard()
  const [over, setOver] = useState(false)
  const story = slot ? front.stories.get(slot.story) : undefined
  const headline = slot ? slot.headline || story?.headline || 'A story that you may not read' : byRule?.headline
  const isHeld = held && 'spot' in held && same(held.spot, spot)
  const press = () => {
    if (held && !isHeld) return drop(held, spot)
    hold(undefined)
    choose(spot)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!slot) return
    const step = ['ArrowUp', 'ArrowLeft'].includes(event.key)
      ? -1
      : ['ArrowDown', 'ArrowRight'].includes(event.key)
        ? 1
        : 0
    if (event.altKey && step) shift(spot, step)
    else if (event.key === 'Delete' || event.key === 'Backspace') takeOut(spot)
    else return
    event.preventDefault()
  }
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (!isCarried(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      const what = carried(event.dataTransfer)
      setOver(false)
      if (!what) return
      event.preventDefault()
      drop(what, spot)
    },
  }
  return (
    <li
      className="front-slot"
      data-hand={slot ? '' : undefined}
      data-over={over || undefined}
      data-held={isHeld || undefined}
      draggable={slot !== null}
      onDragStart={(event) => carry(event.dataTransfer, { spot })}
      {...dropping}
    >
      <button
        id={slotId(spot)}
        type="button"
        data-slot
        aria-pressed={same(chosen, spot)}
        aria-label={nameOf(spot, headline, slot !== null, Boolean(held && !isHeld))}
        onClick={press}
        onKeyDown={onKeyDown}
      >
        <span className="front-place" aria-hidden="true">
          {spot.place + 1}
        </span>
        <span className={`front-headline ${waits ? 'dots-changes' : ''}`}>
          {headline ?? 'Nothing left for this place'}
        </span>
        <SlotNotes {...{ slot, story, byRule }} />
      </button>
      {slot?.picture && slot.picture !== 'none' && (
        <span className="front-thumb">
          <Thumb of={{ id: slot.picture, kind: 'picture', alt: '' }} />
        </span>
      )}
      <SlotMenu spot={spot} slot={slot} byRule={byRule} />
    </li>
  )
}

function nameOf({ place }: Spot, headline: string | undefined, hand: boolean, takes: boolean): string {
  const what = headline ? `${hand ? '' : 'by rule: '}${headline}` : 'nothing left'
  return takes ? `Put it in place ${place + 1}, where stands ${what}` : `Place ${place + 1}, ${what}`
}

type Notes = { slot: Placed | null; story: ToldStory | undefined; byRule: ByRule | undefined }

/** Over which words it stands, whether readers have it, and what is particular to this place. */
function SlotNotes({ slot, story, byRule }: Notes) {
  if (!slot) return <small className="front-notes">{byRule ? `By rule, ${byRule.section.name}` : 'By rule'}</small>
  const state = story?.state ?? 'hidden'
  return (
    <small className="front-notes">
      <span className="truncate">{slot.kicker || story?.section?.name}</span>
      {state !== 'live' && (
        <StateMark state={state === 'hidden' ? 'unpublished' : states[state]}>
          {state === 'withdrawn' ? 'Withdrawn' : 'Not live yet'}
        </StateMark>
      )}
      {slot.headline && <span>own headline</span>}
      {slot.picture === 'none' && <span>no picture</span>}
      {slot.until && (
        <span className="inline-flex items-center gap-1 text-scheduled">
          <Icon of={Pin} size={12} />
          pinned
        </span>
      )}
    </small>
  )
}
