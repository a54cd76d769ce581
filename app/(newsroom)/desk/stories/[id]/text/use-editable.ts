'use client'

import { type Editor, useEditorState } from '@tiptap/react'

/** Whether one may write in the text now: a colleague may take it over meanwhile, or give it back. */
export const useEditable = (editor: Editor): boolean =>
  useEditorState({ editor, selector: ({ editor }) => editor.isEditable })
