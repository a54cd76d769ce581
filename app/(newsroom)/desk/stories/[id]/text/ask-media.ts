import type { Editor } from '@tiptap/react'

export type Wanted = 'picture' | 'gallery' | 'recording'

export const MEDIA_ASKED = 'stet:media'

/** Asks which picture, gallery, film or sound is to stand at the caret. */
export const askForMedia = (editor: Editor, wanted: Wanted) =>
  void editor.view.dom.dispatchEvent(new CustomEvent(MEDIA_ASKED, { detail: wanted }))
