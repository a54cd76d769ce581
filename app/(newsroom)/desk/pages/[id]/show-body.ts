import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'

import { longestRun } from '#lib/story/document/longest-run'
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

/**
 * Makes the editor say this, and touches only what differs, block by block, so that the caret stays in its words.
 * @returns whether it does so now
 */
export function showBody(editor: Editor, body: Body): boolean {
  const { state, view } = editor
  const wanted = state.schema.nodeFromJSON(docOf(body))
  if (state.doc.eq(wanted)) return true
  // Drawn anew under an input method, its letters would be lost or doubled.
  if (view.composing) return false
  const tr = writeBlocks(state.tr, state.doc, wanted)
  view.dispatch(tr.setMeta('addToHistory', false))
  return true
}

/** From the end to the start, where no place has moved yet. */
function writeBlocks(tr: Transaction, doc: Node, { children: wanted }: Node): Transaction {
  const order = new Map(wanted.map((node, i) => [node.attrs.id as string, i]))
  const places = doc.children.map((node) => order.get(node.attrs.id))
  const stays = new Map(longestRun(places).map((i) => [places[i], i]))
  let [left, at] = [doc.childCount, doc.content.size]
  const step = () => {
    left -= 1
    at -= doc.child(left).nodeSize
    return doc.child(left)
  }
  const dropTo = (index: number) => {
    while (left > index) {
      const { nodeSize } = step()
      tr.delete(at, at + nodeSize)
    }
  }
  for (const [i, node] of [...wanted.entries()].reverse()) {
    const index = stays.get(i)
    if (index === undefined) {
      tr.insert(at, node)
      continue
    }
    dropTo(index + 1)
    writeBlock(tr, step(), node, at)
  }
  dropTo(0)
  return tr
}

function writeBlock(tr: Transaction, was: Node, is: Node, at: number): void {
  if (was.type !== is.type) return void tr.replaceWith(at, at + was.nodeSize, is)
  if (!was.sameMarkup(is)) tr.setNodeMarkup(at, undefined, is.attrs)
  const start = was.content.findDiffStart(is.content)
  const end = was.content.findDiffEnd(is.content)
  if (start === null || !end) return
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  tr.replace(at + 1 + start, at + 1 + end.a + overlap, is.slice(start, end.b + overlap))
}

/** What an editor begins with: an empty text has a paragraph to write in. */
export const docOf = ({ content }: Body) => ({
  type: 'doc',
  content: content.length ? content : [{ type: 'paragraph' }],
})
