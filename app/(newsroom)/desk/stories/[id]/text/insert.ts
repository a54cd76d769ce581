import type { Editor } from '@tiptap/react'
import { flushSync } from 'react-dom'

import { newId } from '#lib/id'
import type { Block } from '#lib/story/document/nodes'

/**
 * Puts a block where the caret's empty paragraph stands, or after its block; the caret goes on below, into the paragraph
 * that stands empty there or a new one.
 */
export function insertBlock(editor: Editor, block: Block) {
  const { doc, selection } = editor.state
  const { $from } = selection
  const empty = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  const from = $from.depth ? $from.before(1) : selection.from
  const to = $from.depth ? $from.after(1) : selection.to
  const next = doc.nodeAt(to)
  const goesOn = next?.type.name === 'paragraph' && next.content.size === 0
  const below = { type: 'paragraph', attrs: { id: newId() } }
  const at = empty ? { from, to } : to
  editor
    .chain()
    .focus()
    .insertContentAt(at, goesOn ? [block] : [block, below], { updateSelection: true })
    .command(({ tr, commands }) => {
      // Into the paragraph below, wherever the block has ended.
      const start = (empty ? from : to) + (tr.doc.nodeAt(empty ? from : to)?.nodeSize ?? 0)
      return commands.setTextSelection(start + 1)
    })
    .run()
}

/** Its field takes the keys at once, the very next one too: a line that leads nowhere is no use. */
export function insertRelated(editor: Editor) {
  const id = newId()
  insertBlock(editor, { type: 'relatedStory', attrs: { id, story: '', note: '' } })
  goIntoSoon(editor, id)
}

/** Round the caret's paragraph; its title takes the keys first. */
export function insertFactBox(editor: Editor) {
  if (!editor.chain().focus().wrapIn('factBox').run()) return
  const { $from } = editor.state.selection
  const id: unknown = $from.depth > 1 ? $from.node(1).attrs.id : null
  if (typeof id === 'string') goIntoSoon(editor, id)
}

/** Of three rows and columns; the caret goes into its first cell. */
export function insertTable(editor: Editor) {
  const id = newId()
  const row = () => ({
    type: 'tableRow' as const,
    attrs: { id: newId() },
    content: Array.from({ length: 3 }, () => ({ type: 'tableCell' as const, attrs: { id: newId() } })),
  })
  const attrs = { id, caption: '', headRow: true, headColumn: false }
  insertBlock(editor, { type: 'table', attrs, content: [row(), row(), row()] })
  // Past the table's, the row's and the cell's own beginning.
  goTo(editor, id, 3)
}

/** Dated now; the caret goes into its words. */
export function insertCorrection(editor: Editor) {
  const id = newId()
  insertBlock(editor, { type: 'correction', attrs: { id, kind: 'correction', at: new Date().toISOString() } })
  goTo(editor, id, 1)
}

export const insertDivider = (editor: Editor) => insertBlock(editor, { type: 'divider', attrs: { id: newId() } })

/** The words of the caret's block set large, or a plain paragraph again. */
export const togglePullQuote = (editor: Editor) => editor.chain().focus().toggleNode('pullQuote', 'paragraph').run()

function goTo(editor: Editor, id: string, inside: number) {
  editor.state.doc.forEach((node, at) => {
    if (node.attrs.id === id) editor.commands.setTextSelection(at + inside)
  })
}

/** Tiptap tells React of a new block in a microtask. */
function goIntoSoon(editor: Editor, id: string) {
  queueMicrotask(() => {
    flushSync(() => {})
    editor.state.doc.forEach((node, offset) => {
      const dom = node.attrs.id === id && editor.view.nodeDOM(offset)
      if (dom instanceof HTMLElement) dom.querySelector('input')?.focus()
    })
  })
}
