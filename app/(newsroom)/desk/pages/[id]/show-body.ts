import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'

import type { Block, Body } from '#lib/story/document/nodes'

const read = new WeakMap<Node, Block>()

/** The editor's text. A block that has not changed stays the same object; all are plain ones, which can be sent. */
export function bodyOf(editor: Editor): Body {
  return { type: 'doc', content: editor.state.doc.children.map(blockOf) }
}

function blockOf(node: Node): Block {
  // A node's own attributes have no prototype.
  const block = read.get(node) ?? (JSON.parse(JSON.stringify(node)) as Block)
  read.set(node, block)
  return block
}

/** Makes the editor say this, and touches only what differs, so that the caret stays. @returns whether it does so now */
export function showBody(editor: Editor, body: Body): boolean {
  const { state, view } = editor
  const doc = state.schema.nodeFromJSON(docOf(body))
  const start = state.doc.content.findDiffStart(doc.content)
  if (start === null) return true
  // Drawn anew under an input method, its letters would be lost or doubled.
  if (view.composing) return false
  const end = state.doc.content.findDiffEnd(doc.content)
  if (!end) return true
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const tr = state.tr.replace(start, end.a + overlap, doc.slice(start, end.b + overlap))
  view.dispatch(tr.setMeta('addToHistory', false))
  return true
}

/** What an editor begins with: an empty text has a paragraph to write in. */
export const docOf = ({ content }: Body) => ({
  type: 'doc',
  content: content.length ? content : [{ type: 'paragraph' }],
})
