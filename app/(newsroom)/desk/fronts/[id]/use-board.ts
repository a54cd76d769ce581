'use client'

import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import {
  freeIn,
  moveContainer,
  moveSlot,
  placeStory,
  removeContainer,
  type Spot,
  setSlot,
  slotAt,
} from '#lib/front/moves'
import { labelOf } from '#lib/front/words'
import { facts } from '#lib/site/front/kinds/facts'

import { type Asked, type Board, type Held, slotId } from './board'
import type { FrontHandle } from './use-front'

type Around = {
  /** Shows the chosen slot's side where there is no room beside the front. */
  onSide: () => void
  ask: (asked: Asked) => void
}

/** What one does on the screen of a front; what was done is read out. */
export function useBoardOf(front: FrontHandle, { onSide, ask }: Around) {
  const [chosen, setChosen] = useState<Spot>()
  const [held, hold] = useState<Held>()
  const [said, say] = useState('')
  const latest = useRef(front)
  latest.current = front

  const acts = useMemo(() => {
    const now = () => latest.current
    const content = () => now().keeper.get().content
    const labelAt = ({ container, place }: Spot) => {
      const found = content().containers.find(({ id }) => id === container)
      return found ? `${labelOf(found, now().names)}, place ${place + 1}` : ''
    }
    const headline = (story: string | undefined) => now().stories.get(story ?? '')?.headline ?? 'The story'
    const focus = (spot: Spot) => document.getElementById(slotId(spot))?.focus()
    const choose: Board['choose'] = (to, opens = true) => {
      setChosen(to)
      if (to && opens) onSide()
    }
    const place: Board['place'] = (story, to) => {
      now().keeper.change(placeStory(content(), story, to))
      say(`“${headline(story)}” is in ${labelAt(to)} now.`)
      const container = content().containers.find(({ id }) => id === to.container)
      // The next story goes to the next free place.
      if (container) setChosen({ container: to.container, place: freeIn(container) })
    }
    const move = (from: Spot, to: Spot) => {
      const slot = slotAt(content(), from)
      flushSync(() => now().keeper.change(moveSlot(content(), from, to)))
      say(`“${headline(slot?.story)}” is in ${labelAt(to)} now.`)
      setChosen(to)
      focus(to)
    }
    const drop: Board['drop'] = (what, to) => {
      hold(undefined)
      if ('spot' in what) move(what.spot, to)
      else place(what.story, to)
    }
    const shift: Board['shift'] = (spot, by) => {
      const { containers } = content()
      const at = containers.findIndex(({ id }) => id === spot.container)
      const [here, next] = [containers[at], containers[at + by]]
      const to = spot.place + by
      if (here && to >= 0 && to < facts[here.kind].most) return move(spot, { ...spot, place: to })
      if (next) move(spot, { container: next.id, place: by > 0 ? 0 : facts[next.kind].most - 1 })
    }
    const putAt = (id: string, to: number) => {
      now().keeper.change(moveContainer(content(), id, to))
      const at = content().containers.findIndex((one) => one.id === id)
      const moved = content().containers[at]
      if (moved) say(`${labelOf(moved, now().names)} is number ${at + 1} of ${content().containers.length} now.`)
    }
    const shiftContainer: Board['shiftContainer'] = (id, by) =>
      putAt(id, content().containers.findIndex((one) => one.id === id) + by)
    const putContainer: Board['putContainer'] = (id, before) => {
      const others = content().containers.filter((one) => one.id !== id)
      if (id !== before)
        putAt(
          id,
          others.findIndex((one) => one.id === before),
        )
    }
    const takeOut: Board['takeOut'] = (spot) => {
      const slot = slotAt(content(), spot)
      flushSync(() => now().keeper.change(setSlot(content(), spot, null)))
      say(`“${headline(slot?.story)}” is taken out of ${labelAt(spot)}.`)
      focus(spot)
    }
    const remove: Board['removeContainer'] = (container) => {
      now().keeper.change(removeContainer(content(), container.id))
      setChosen((spot) => (spot?.container === container.id ? undefined : spot))
      say(`${labelOf(container, now().names)} is removed. Undo brings it back.`)
    }
    return {
      choose,
      place,
      drop,
      shift,
      shiftContainer,
      putContainer,
      takeOut,
      removeContainer: remove,
      hold,
      ask,
      say,
    }
  }, [onSide, ask])

  const board: Board = { front, chosen, held, ...acts }
  return { board, said, say }
}
