import { Fragment, Slice } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { blocksOf } from '#lib/interchange/html/blocks'

import { asOne } from '../text/as-one'

/** Longer ones stay text: nobody reads through half a million characters to see whether they were understood. */
export const longestMarkdown = 500_000

/**
 * Pastes the text as it is and, in a step of its own, what it says as Markdown: one undo gives the plain text.
 * @param slice the text as paragraphs
 */
export async function pasteMarkdown(view: EditorView, text: string, slice: Slice, onPictures: (count: number) => void) {
  // Few texts are Markdown: what reads it is loaded when the first one comes, and without it the text stays text.
  const read = await import('#lib/interchange/markdown/trees').then(
    ({ treesOf }) => treesOf,
    () => undefined,
  )
  if (view.isDestroyed) return
  const made = read && blocksOf(read(text))
  const { from } = view.state.selection
  asOne(view, () => view.dispatch(asPaste(view.state.tr.replaceSelection(slice))))
  if (!made?.blocks.length) return
  const { schema, tr, selection } = view.state
  const blocks = Slice.maxOpen(Fragment.fromArray(made.blocks.map((block) => schema.nodeFromJSON(block))))
  tr.replaceRange(from, selection.to, blocks)
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(selection.to)), -1))
  asOne(view, () => view.dispatch(asPaste(tr)))
  if (made.pictures) onPictures(made.pictures)
}

const asPaste = (tr: Transaction) => tr.scrollIntoView().setMeta('paste', true)
