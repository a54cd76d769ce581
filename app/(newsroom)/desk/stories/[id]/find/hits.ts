import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'

import { longestLine } from '#lib/story/document/attributes'
import { cleanText } from '#lib/story/document/clean'

import type { BlockMark } from '../text/block-marks'
import { type Match, type Query, replacementFor } from './search'

/**
 * A run of text in a document.
 * @property id of the block of the body that it is or stands in
 * @property offset where it begins in that block's content
 * @property attr the text is no text but what a block says of itself, such as a quote's speaker
 */
export type Spot = {
  id: string | null
  offset: number
  start: number
  text: string
  attr?: { name: string; pos: number }
}

/**
 * A match where it stands in the document.
 * @property place tells two matches apart and in order, also of one attribute, all of which stand at one position
 */
export type Hit = { match: Match; spot: Spot; from: number; to: number; place: number }

/** What blocks say of themselves that readers read, as it stands above or below their text. */
const lines: Record<string, { above?: string[]; below?: string[] }> = {
  quote: { below: ['speaker', 'role', 'via'] },
  pullQuote: { below: ['speaker'] },
  factBox: { above: ['title'] },
  embed: { below: ['caption'] },
  table: { below: ['caption'] },
}

/** Every run of text, whatever it is nested in, in order. */
export function spotsOf(doc: Node): Spot[] {
  const spots: Spot[] = []
  doc.forEach((block, at) => {
    const id = (block.attrs.id as string | undefined) ?? null
    const { above = [], below = [] } = lines[block.type.name] ?? {}
    const say = (names: string[], start: number) => {
      for (const name of names) {
        const text = String(block.attrs[name] ?? '')
        if (text) spots.push({ id, offset: 0, start, text, attr: { name, pos: at } })
      }
    }
    say(above, at)
    const add = (node: Node, offset: number) =>
      // One sign for whatever is no text, so that places in the text are places in the document.
      spots.push({ id, offset, start: at + 1 + offset, text: node.textBetween(0, node.content.size, '', '\ufffc') })
    if (block.isTextblock) add(block, 0)
    else
      block.descendants((node, pos) => {
        if (node.isTextblock) add(node, pos + 1)
      })
    say(below, at + block.nodeSize - 1)
  })
  return spots
}

export function hitOf(match: Match, spot: Spot): Hit {
  const { start, attr } = spot
  if (!attr) return { match, spot, from: start + match.from, to: start + match.to, place: start + match.from }
  return { match, spot, from: start, to: start, place: placeIn(spot, match.from) }
}

/** Between two positions of the text: a line in an attribute is shorter than what they are divided by. */
function placeIn({ start, attr }: Spot, char: number): number {
  const order = attr ? ['title', 'caption', 'speaker', 'role', 'via'].indexOf(attr.name) + 1 : 0
  return start + order / 8 + char / (longestLine * 10)
}

/** Where one goes on after a match gave way to so many characters. */
export const placeAfter = ({ match, spot, from }: Hit, length: number) =>
  spot.attr ? placeIn(spot, match.from + length) : from + length

/** What is drawn on the blocks. */
export function marksOf(hits: readonly Hit[], className: string): BlockMark[] {
  const byBlock = new Map<string | null, { from: number; to: number }[]>()
  const whole = new Set<string | null>()
  for (const { spot, match } of hits) {
    if (spot.attr) whole.add(spot.id)
    if (spot.attr) continue
    const ranges = byBlock.get(spot.id) ?? []
    ranges.push({ from: spot.offset + match.from, to: spot.offset + match.to })
    byBlock.set(spot.id, ranges)
  }
  return [
    ...[...byBlock].map(([id, ranges]) => ({ id, className, ranges })),
    // What stands in a field of the block cannot be drawn on; the block can.
    ...[...whole].map((id) => ({ id, className: `${className}-block` })),
  ]
}

/** What stands in a match's place afterwards, in text that any feed could carry. */
export const wordsFor = ({ match }: Hit, template: string, query: Query) =>
  cleanText(replacementFor(match, template, query))

/** One transaction that puts the template in the place of all of these; what comes looks as what went began. */
export function replaceHits(state: EditorState, hits: readonly Hit[], template: string, query: Query): Transaction {
  const { tr, doc, schema } = state
  // From the end backwards: what is still to be done keeps its place.
  const changed = new Map<string, string>()
  for (const hit of hits.toReversed()) {
    const { match, from, to, spot } = hit
    const words = wordsFor(hit, template, query)
    if (spot.attr) {
      const { name, pos } = spot.attr
      const key = `${pos} ${name}`
      const before = changed.get(key) ?? spot.text
      const after = before.slice(0, match.from) + words + before.slice(match.to)
      // The server takes no longer one, and refuses the whole edit.
      if (after.length > longestLine) continue
      changed.set(key, after)
      tr.setNodeAttribute(tr.mapping.map(pos, -1), name, after)
    } else if (words) tr.replaceWith(from, to, schema.text(words, doc.nodeAt(from)?.marks))
    else tr.delete(from, to)
  }
  return tr
}
