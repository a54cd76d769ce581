import type { Block } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'

import { type Entry, isHunk, placeOf } from './merge'

/** @property after the entry before it, to which it would be put back; null at the beginning of its part */
export type Hunk = Entry & { after: string | null }

/** What is decided at once: a split, a join or a move is one, however many blocks it touches. */
export type Card = { id: string; hunks: Hunk[] }

/** What a card does, in a desk's words. */
export type Act = 'changed' | 'added' | 'removed' | 'moved' | 'split' | 'joined'

/**
 * Cards in text order. Neighbours are one card where one of them comes or goes, or where text has only moved between
 * them: half of either would say something twice, or not at all. So are the two places of a block that was moved.
 */
export function cardsOf(entries: readonly Entry[]): Card[] {
  const ids = idsOf(entries)
  return groups(entries).map((group) => ({
    id: ids[group[0]!]!,
    hunks: group.map((index) => ({ ...entries[index]!, after: before(entries, index) })),
  }))
}

/** All of a card, to be sent with a decision: another text under the same id is another suggestion. */
export const saidOf = ({ hunks }: Card): string =>
  JSON.stringify(hunks.map(({ part, at, was, is }) => [part, at, was, is]))

/** As plain text, a line a block. */
export const wordsOf = ({ hunks }: Card, side: 'was' | 'is'): string => {
  const blocks = hunks.flatMap((hunk) => hunk[side] ?? [])
  return blocks.map(blockText).join('\n')
}

/** What the card does, in one word, for who decides. */
export function actOf({ hunks }: Card): Act {
  if (hunks.some(({ at }, index) => hunks.findIndex((other) => other.at === at) !== index)) return 'moved'
  if (hunks.every(({ was }) => was === null)) return 'added'
  if (hunks.every(({ is }) => is === null)) return 'removed'
  const [was, is] = (['was', 'is'] as const).map((side) => hunks.filter((hunk) => hunk[side]).length) as [
    number,
    number,
  ]
  const same = bare(hunks.map((hunk) => hunk.was)) === bare(hunks.map((hunk) => hunk.is))
  if (same && is > was) return 'split'
  return same && is < was ? 'joined' : 'changed'
}

function groups(entries: readonly Entry[]): number[][] {
  const hunks = entries.flatMap((entry, index) => (isHunk(entry) ? index : []))
  const groupOf = new Map<number, number[]>()
  const places = new Map<string, number>()
  for (const index of hunks) {
    const place = placeOf(entries[index]!)
    const near = groupOf.get(index - 1)
    const group = near && belong(entries[index - 1]!, entries[index]!) ? near : []
    group.push(index)
    groupOf.set(index, group)
    const other = groupOf.get(places.get(place) ?? -1)
    if (other && other !== group) for (const moved of unite(other, group)) groupOf.set(moved, other)
    places.set(place, index)
  }
  return [...new Set(groupOf.values())]
}

function unite(into: number[], group: number[]): number[] {
  into.push(...group)
  into.sort((a, b) => a - b)
  return group
}

function belong(one: Entry, next: Entry): boolean {
  if (one.part !== 'body' || next.part !== 'body') return false
  const comesOrGoes = ({ was, is }: Entry) => was === null || is === null
  return comesOrGoes(one) || comesOrGoes(next) || bare([one.was, next.was]) === bare([one.is, next.is])
}

/** Their text without white space. */
const bare = (blocks: (Block | null)[]) =>
  blocks
    .flatMap((block) => (block ? blockText(block) : []))
    .join('')
    .replace(/\s/g, '')

function before(entries: readonly Entry[], index: number): string | null {
  const entry = entries[index - 1]
  return entry && entry.part === entries[index]!.part ? entry.at : null
}

/** The places' names; told apart from another of that name. */
function idsOf(entries: readonly Entry[]): string[] {
  const times = new Map<string, number>()
  return entries.map((entry) => {
    const place = placeOf(entry)
    const same = times.get(place) ?? 0
    if (isHunk(entry)) times.set(place, same + 1)
    return same ? `${place} ${same}` : place
  })
}
