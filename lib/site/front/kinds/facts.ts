import { briefs } from './briefs/facts'
import { column } from './column/facts'
import { essay } from './essay/facts'
import { lead } from './lead/facts'
import { list } from './list/facts'
import { opener } from './opener/facts'
import { opinion } from './opinion/facts'
import { splash } from './splash/facts'
import { topic } from './topic/facts'

/** What the desk needs to know of a kind of container. */
export type Facts = {
  name: string
  note: string
  /** Stories that may be placed in it by hand. */
  most: number
  /** What its free slots may be filled from; the first is what a new one begins with. */
  sources: readonly ('newest' | 'section' | 'topic')[]
  /** Whether it has a title; where none is given, its section's or topic's name. */
  titled: boolean
  /** How many that follow one another stand side by side; one where it is absent. */
  abreast?: number
}

/** A kind of container is a folder here: what it is (facts), how it is filled (fill), what it looks like (view). */
const all = { lead, opener, splash, list, column, opinion, essay, topic, briefs }

export type KindName = keyof typeof all
export const facts: Record<KindName, Facts> = all
export const kindNames = Object.keys(facts) as [KindName, ...KindName[]]
