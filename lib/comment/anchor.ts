import type { Node } from '@tiptap/pm/model'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

import type { Part } from '#lib/story/document/parts'

/**
 * Which passage a thread is about. The Yjs positions hold on to its first and last letters while others write around and
 * in it; block and quote find it again where those letters were written anew, as when a block is moved.
 * @property start a Yjs relative position, as base64
 */
export type Anchor = { part: Part; block: string | null; start: string; end: string; quote: string }

/** A part of a story in an editor: its Yjs side as y-tiptap's sync state has it, and its ProseMirror side. */
export type Bound = {
  ydoc: Y.Doc
  type: Y.XmlFragment
  mapping: Map<Y.AbstractType<unknown>, Node | Node[]>
  doc: Node
}

/** Where a passage is; gone, `near` is the place of the block in which it was, if that is still there. */
export type Place = { from: number; to: number; gone?: undefined } | { gone: true; near: number | null }

export const longestQuote = 300 // characters

/** Anchors the passage between two positions; undefined where there are no words. */
export function anchorOf(part: Part, bound: Bound, from: number, to: number): Anchor | undefined {
  const { type, mapping, doc } = bound
  const quote = doc.textBetween(from, to, ' ', ' ').trim()
  if (!quote) return undefined
  const at = (pos: number, assoc: 0 | -1) => {
    const position = absolutePositionToRelativePosition(pos, type, mapping as never)
    const there = Y.createAbsolutePositionFromRelativePosition(position, bound.ydoc)
    // Held by the letter inside of the passage, so that what is written beside it stays outside.
    return encode(there ? Y.createRelativePositionFromTypeIndex(there.type, there.index, assoc) : position)
  }
  const block: unknown = doc.childCount ? doc.resolve(from).node(1)?.attrs.id : undefined
  return {
    part,
    block: typeof block === 'string' ? block : null,
    start: at(from, 0),
    end: at(to, -1),
    quote: [...quote].slice(0, longestQuote).join(''),
  }
}

/** Where an anchored passage is now. */
export function placeOf(anchor: Anchor, bound: Bound): Place {
  const from = positionOf(anchor.start, bound)
  const to = positionOf(anchor.end, bound)
  const { doc } = bound
  if (from !== null && to !== null && from < to && to <= doc.content.size) return { from, to }
  const found = blockOf(doc, anchor.block)
  return (found && quoteIn(found, anchor.quote)) ?? { gone: true, near: found?.at ?? null }
}

/** What somebody sent as a position may be none: it must not break the screens of all others. */
function positionOf(encoded: string, { ydoc, type, mapping }: Bound): number | null {
  try {
    const position = Y.decodeRelativePosition(Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0)))
    const there = Y.createAbsolutePositionFromRelativePosition(position, ydoc)
    // y-tiptap would give the place where a deleted block was.
    if (!there || isDeleted(there.type)) return null
    return relativePositionToAbsolutePosition(ydoc, type, position, mapping as never)
  } catch {
    return null
  }
}

function isDeleted(type: Y.AbstractType<unknown>): boolean {
  for (let item = type._item; item; item = (item.parent as Y.AbstractType<unknown>)._item) if (item.deleted) return true
  return false
}

type Found = { node: Node; at: number }

/** The block of the body with this id, or without one the only line that there is. */
function blockOf(doc: Node, id: string | null): Found | undefined {
  let found: Found | undefined
  doc.forEach((node, at) => {
    if (!found && (id === null || node.attrs.id === id)) found = { node, at }
  })
  return found
}

/** The quote where it stands whole in one run of text. */
function quoteIn({ node, at }: Found, quote: string): Place | undefined {
  let place: Place | undefined
  const look = (line: Node, start: number) => {
    const index = line.textBetween(0, line.content.size, '', '￼').indexOf(quote)
    if (!place && index >= 0) place = { from: start + index, to: start + index + quote.length }
  }
  if (node.isTextblock) look(node, at + 1)
  else
    node.descendants((inner, pos) => {
      if (inner.isTextblock) look(inner, at + 1 + pos + 1)
    })
  return place
}

const encode = (position: Y.RelativePosition) =>
  btoa(Array.from(Y.encodeRelativePosition(position), (byte) => String.fromCharCode(byte)).join(''))
