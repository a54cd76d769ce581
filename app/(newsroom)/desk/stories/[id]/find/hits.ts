import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'

import { cleanText } from '#lib/story/document/clean'

import type { BlockMark } from '../text/block-marks'
import { type Match, type Query, replacementFor } from './search'

/**
 * A run of text in a document.
 * @property id of the block of the body that it is or stands in
 * @property offset where it begins in that block's content
 */
export type Spot = { id: string | null; offset: number; start: number; text: string }

/** A match where it stands in the document. */
export type Hit = { match: Match; spot: Spot; from: number; to: number }

/** Every run of text, whatever it is nested in, in order. */
export function spotsOf(doc: Node): Spot[] {
  const spots: Spot[] = []
  doc.forEach((block, at) => {
    const id = (block.attrs.id as string | undefined) ?? null
    const add = (node: Node, offset: number) =>
      // One sign for whatever is no text, so that places in the text are places in the document.
      spots.push({ id, offset, start: at + 1 + offset, text: node.textBetween(0, node.content.size, '', '\ufffc') })
    if (block.isTextblock) add(block, 0)
    else
      block.descendants((node, pos) => {
        if (node.isTextblock) add(node, pos + 1)
      })
  })
  return spots
}

export const hitOf = (match: Match, spot: Spot): Hit => ({
  match,
  spot,
  from: spot.start + match.from,
  to: spot.start + match.to,
})

/** What is drawn on the blocks. */
export function marksOf(hits: readonly Hit[], className: string): BlockMark[] {
  const byBlock = new Map<string | null, { from: number; to: number }[]>()
  for (const { spot, match } of hits) {
    const ranges = byBlock.get(spot.id) ?? []
    ranges.push({ from: spot.offset + match.from, to: spot.offset + match.to })
    byBlock.set(spot.id, ranges)
  }
  return [...byBlock].map(([id, ranges]) => ({ id, className, ranges }))
}

/** One transaction that puts the template in the place of all of these; what comes looks as what went began. */
export function replaceHits(state: EditorState, hits: readonly Hit[], template: string, query: Query): Transaction {
  const { tr, doc, schema } = state
  // From the end backwards: what is still to be done keeps its place.
  for (const { match, from, to } of hits.toReversed()) {
    const words = cleanText(replacementFor(match, template, query))
    if (words) tr.replaceWith(from, to, schema.text(words, doc.nodeAt(from)?.marks))
    else tr.delete(from, to)
  }
  return tr
}
