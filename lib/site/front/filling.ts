import type { ReactNode } from 'react'

import type { Messages } from '#lib/messages/find'

import type { Card } from '../queries/cards'
import type { Clock } from '../time'
import type { Container } from './content'
import type { Column } from './measure'
import type { Pool } from './pool'

/** The section or topic that a container is about: its title, where that leads, and its colour. */
export type Place = { id: string; title: string; path: string | undefined; colour: string }

/** All that a kind needs to fill one container. */
export type Filling = {
  container: Container
  /** Live stories that are placed by hand, by slot; undefined where the rule fills. */
  hand: (Card | undefined)[]
  pool: Pool
  place: Place
  /** How many of its kind stand before it on the front. */
  turn: number
  /** Paragraphs of a story's text. */
  textOf(card: Card): Promise<string[]>
  /** Up to four pictures in a story, its main one first. */
  picturesOf(card: Card): Promise<NonNullable<Card['picture']>[]>
}

export type Setting = { t: Messages; on: Clock; now: Date }

/** A container as it is filled: its stories, first those of its slots in their order, and what readers see. */
export type Part = {
  cards: Card[]
  /** Those of them whose picture is seen: it is on the front once. */
  pictured: Card[]
  /** As they are measured, where it has any: they end together. */
  columns?: Column[]
  view(setting: Setting): ReactNode
}

/**
 * Fills a container, or several that stand side by side, with what is placed by hand and what the pool has left; undefined
 * where there is nothing to show. What it shows it tells in its part; the pool is told by who called.
 */
export type Fill = (...fillings: [Filling, ...Filling[]]) => Promise<Part | undefined> | Part | undefined

/** Slots in their order: what is placed by hand, and between it the candidates, as far as there are any. */
export function fillSlots(hand: Filling['hand'], candidates: Card[], count: number): Card[] {
  const rest = [...candidates]
  const slots = Array.from({ length: count }, (_, i) => hand[i] ?? rest.shift())
  return slots.filter((card) => card !== undefined)
}
