import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'

import type { Block } from '#lib/story/document/nodes'

/** The block of the body at a place in the text: what comes later goes behind it, wherever it stands by then. */
export function anchorAt(doc: Node, at: number): string | undefined {
  const $at = doc.resolve(Math.min(Math.max(at, 0), doc.content.size))
  const block = $at.depth ? $at.node(1) : ($at.nodeBefore ?? $at.nodeAfter)
  return typeof block?.attrs.id === 'string' ? block.attrs.id : undefined
}

/**
 * Puts blocks behind another, in the place of an empty paragraph, and at the end where it is gone; no paragraph is cut.
 * The caret goes behind them.
 */
export function insertBlocks(state: EditorState, blocks: readonly Block[], anchor: string | undefined): Transaction {
  const { doc, tr, schema } = state
  let [from, to] = [doc.content.size, doc.content.size]
  doc.forEach((node, offset) => {
    if (node.attrs.id !== anchor && !(doc.childCount === 1 && isEmpty(node))) return
    from = isEmpty(node) ? offset : offset + node.nodeSize
    to = offset + node.nodeSize
  })
  const nodes = blocks.map((block) => schema.nodeFromJSON(block))
  tr.replaceWith(from, to, Fragment.fromArray(nodes))
  const end = from + nodes.reduce((size, node) => size + node.nodeSize, 0)
  return tr
    .setSelection(TextSelection.near(tr.doc.resolve(end), -1))
    .scrollIntoView()
    .setMeta('paste', true)
}

const isEmpty = (node: Node) => node.type.name === 'paragraph' && node.content.size === 0
