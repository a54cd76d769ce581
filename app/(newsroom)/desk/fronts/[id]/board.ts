'use client'

import { createContext, useContext } from 'react'

import type { Spot } from '#lib/front/moves'
import type { Container } from '#lib/site/front/content'
import type { FrontHandle } from './use-front'

/** What is being carried to another place, by the pointer or the keyboard. */
export type Held = { spot: Spot } | { story: string }

/** The screen's front, what is chosen on it, and what one does with that. */
export type Board = {
  front: FrontHandle
  /** The slot that is chosen: what is placed goes there, and what it says is shown beside it. */
  chosen: Spot | undefined
  /** @param to undefined: none @param opens whether its side is shown over a screen that has no room for it */
  choose: (to: Spot | undefined, opens?: boolean) => void
  /** What the next slot that is pressed takes. */
  held: Held | undefined
  hold: (what: Held | undefined) => void
  /** Puts what is held, or was dropped, into a slot. */
  drop: (what: Held, to: Spot) => void
  place: (story: string, to: Spot) => void
  takeOut: (spot: Spot) => void
  /** To the place before or after it; at the end of a container into the next one. */
  shift: (spot: Spot, by: 1 | -1) => void
  shiftContainer: (id: string, by: 1 | -1) => void
  /** @param before id of the container that it is put before */
  putContainer: (id: string, before: string) => void
  removeContainer: (container: Container) => void
  ask: (dialog: Asked) => void
}

export type Asked =
  | { add: number }
  | { change: string }
  | 'publish'
  | 'schedule'
  | 'history'
  | 'preview'
  | 'take-back'
  | 'unschedule'

export const BoardContext = createContext<Board | null>(null)

export function useBoard(): Board {
  const board = useContext(BoardContext)
  if (!board) throw new Error('This is a part of the screen of a front.')
  return board
}

/** By which a slot is found, to give it the focus. */
export const slotId = ({ container, place }: Spot) => `slot-${container}-${place}`

const type = {
  slot: 'application/x-stet-slot',
  story: 'application/x-stet-story',
  container: 'application/x-stet-container',
}

/** What is dragged says what it is to whatever it is dropped on. */
export function carry(data: DataTransfer, what: Held | { container: string }): void {
  data.effectAllowed = 'move'
  if ('spot' in what) data.setData(type.slot, JSON.stringify(what.spot))
  else if ('story' in what) data.setData(type.story, what.story)
  else data.setData(type.container, what.container)
}

/** Whether something is dragged that a slot takes; its content is told only when it is dropped. */
export const isCarried = ({ types }: DataTransfer) => types.includes(type.slot) || types.includes(type.story)
export const isContainer = ({ types }: DataTransfer) => types.includes(type.container)

export function carried(data: DataTransfer): Held | undefined {
  const story = data.getData(type.story)
  if (story) return { story }
  const spot = data.getData(type.slot)
  return spot ? { spot: JSON.parse(spot) as Spot } : undefined
}
export const carriedContainer = (data: DataTransfer) => data.getData(type.container)
