import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'

import { settled, trayOf } from '#lib/checks/paste/edits'
import { blockOf, type Edit, type TrayItem } from '#lib/checks/paste/finding'
import type { Body } from '#lib/story/document/nodes'

type Step = { at: number; take: (tr: Transaction) => void }

/**
 * The edits as one transaction, so one undo takes all of it back; those whose block has changed since do nothing.
 * @returns undefined when none of them holds any more; `tray`: what was taken out to be kept
 */
export function pasteTransaction(
  state: EditorState,
  edits: readonly Edit[],
): { transaction: Transaction; tray: TrayItem[] } | undefined {
  const blocks = (state.doc.toJSON() as Body).content
  const todo = settled(blocks, edits)
  if (todo.length === 0) return undefined
  const steps = todo.flatMap((edit) => stepsOf(state.doc, edit))
  const transaction = state.tr
  // From the end backwards: what is still to be done keeps its place.
  for (const { take } of steps.sort((a, b) => b.at - a.at)) take(transaction)
  for (const edit of todo) if ('insert' in edit) insert(transaction, edit)
  return { transaction: transaction.setMeta('paste-doctor', true), tray: trayOf(blocks, todo) }
}

function stepsOf(doc: Node, edit: Edit): Step[] {
  if ('insert' in edit) return []
  const place = 'text' in edit ? textblock(doc, edit.text) : block(doc, blockOf(edit))
  if (!place) return []
  const { node, at } = place
  const { schema } = doc.type
  if ('remove' in edit) return [{ at, take: (tr) => remove(tr, at, node) }]
  if ('replace' in edit) {
    const nodes = edit.with.map((json) => schema.nodeFromJSON(json))
    return [{ at, take: (tr) => tr.replaceWith(at, at + node.nodeSize, nodes) }]
  }
  if ('heading' in edit) {
    if (node.type.name !== 'paragraph') return []
    const attrs = { ...node.attrs, level: edit.level }
    return [{ at, take: (tr) => tr.setNodeMarkup(at, schema.nodes.heading, attrs) }]
  }
  return edit.changes.map(({ from, to, insert: words }) => {
    const start = at + 1 + from
    const marks = doc.nodeAt(start)?.marks
    const end = at + 1 + to
    const take = (tr: Transaction) =>
      words ? tr.replaceWith(start, end, schema.text(words, marks)) : tr.delete(start, end)
    return { at: start, take }
  })
}

/** Without its last block a body is no body: an empty paragraph stays. */
function remove(tr: Transaction, at: number, node: Node) {
  if (tr.doc.childCount > 1) return tr.delete(at, at + node.nodeSize)
  return tr.replaceWith(at, at + node.nodeSize, tr.doc.type.schema.node('paragraph', { id: node.attrs.id }))
}

function block(doc: Node, id: string): { node: Node; at: number } | undefined {
  let found: { node: Node; at: number } | undefined
  doc.forEach((node, at) => {
    if (node.attrs.id === id) found ??= { node, at }
  })
  return found
}

function textblock(doc: Node, id: string): { node: Node; at: number } | undefined {
  let found: { node: Node; at: number } | undefined
  doc.descendants((node, at) => {
    if (node.isTextblock && node.attrs.id === id) found ??= { node, at }
    return !found && !node.isTextblock
  })
  return found
}

function insert(tr: Transaction, { insert: blocks, after }: Extract<Edit, { insert: unknown }>) {
  const missing = blocks.filter(({ attrs }) => !block(tr.doc, attrs.id))
  const anchor = after.map((id) => block(tr.doc, id)).find(Boolean)
  const end = after.length === 0 ? 0 : tr.doc.content.size
  const at = anchor ? anchor.at + anchor.node.nodeSize : end
  tr.insert(
    at,
    missing.map((json) => tr.doc.type.schema.nodeFromJSON(json)),
  )
}
