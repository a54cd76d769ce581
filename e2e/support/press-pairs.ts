import type { Actor } from '#lib/auth/actor'
import { createStory, type NewStory } from '#lib/story/commands/create'
import {
  actInPair,
  faultsOfPair,
  type Pair,
  type PairAct,
  type PairDone,
  type PairSeen,
  preparePair,
} from '#lib/testing/pairs'

/** A story that two editors have before them, as both see it. */
export type BegunPair = { id: string; seen: PairSeen }
export type EndedPair = BegunPair & { pair: Pair; headline: string; done: [PairDone, PairDone] }
type Act = BegunPair & { who: 0 | 1; act: PairAct }

export type PairOrder =
  | { do: 'begin-pair'; pair: Pair; headline: string }
  | ({ do: 'act-in-pair' } & Act)
  | ({ do: 'end-pair' } & EndedPair)

export async function beginPair(
  by: Actor,
  { document, ...fields }: NewStory,
  { pair, headline }: { pair: Pair; headline: string },
): Promise<BegunPair> {
  const id = await createStory(by, { ...fields, slug: '', document: { ...document!, headline } })
  return { id, seen: await preparePair(by, id, pair.base, headline) }
}

export const actFor = (by: Actor, { act, id, seen }: Act): Promise<PairDone> => actInPair(by, act, id, seen)

/** @returns what is wrong with how it ended */
export const endPair = ([one, other]: readonly [Actor, Actor], { pair, id, seen, ...told }: EndedPair) =>
  faultsOfPair(pair, id, seen, { ...told, names: [one.name, other.name] })
