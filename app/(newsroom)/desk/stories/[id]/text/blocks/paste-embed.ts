import type { Editor } from '@tiptap/react'

import { newId } from '#lib/id'
import { embedFrom } from '#lib/story/document/embed/embed'

import { asOne } from '../as-one'
import { insertBlock } from '../insert'

/**
 * The address of another site's work, pasted alone into an empty paragraph, becomes the work; one undo brings the bare
 * address back.
 * @returns false where it does not, and the paste goes its usual way
 */
export function pasteEmbed(editor: Editor, pasted: string): boolean {
  const text = pasted.trim()
  const embedded = embedFrom(text)
  const { view } = editor
  const { $from, empty } = view.state.selection
  const alone = empty && $from.depth === 1 && $from.parent.type.name === 'paragraph' && !$from.parent.content.size
  if (!embedded || !alone || !/^https?:\/\//i.test(text)) return false
  asOne(view, () => view.dispatch(view.state.tr.insertText(text)))
  asOne(view, () => {
    view.dispatch(view.state.tr.delete($from.start(), $from.start() + text.length))
    insertBlock(editor, { type: 'embed', attrs: { id: newId(), caption: '', ...embedded } })
  })
  return true
}
