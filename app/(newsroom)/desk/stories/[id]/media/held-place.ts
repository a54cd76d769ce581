import type { Editor } from '@tiptap/react'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'

/**
 * Holds on to a place in the text while others write around it.
 * @returns where it is now; the text's end once nothing of it is left
 */
export function holdPlace(editor: Editor, at: number): () => number {
  const sync = () => ySyncPluginKey.getState(editor.state)
  if (!sync()) return follow(editor, at)
  const { type, binding } = sync()
  const held = absolutePositionToRelativePosition(at, type, binding.mapping)
  return () => {
    const { doc, type, binding } = sync()
    return relativePositionToAbsolutePosition(doc, type, held, binding.mapping) ?? editor.state.doc.content.size
  }
}

/** Where nobody else writes into the same editor, each step says where the place goes. */
function follow(editor: Editor, at: number): () => number {
  let place = at
  editor.on('transaction', ({ transaction }) => {
    place = transaction.mapping.map(place)
  })
  return () => place
}
