'use client'

import type { EditorState } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'

import { keyName } from '#lib/ui/key-name'
import { type BlockKind, blocksOf } from './block-list'
import { type Typed, TypedMenu } from './typed-menu'

type Props = {
  editor: Editor
  /** What the screen around the text offers besides the blocks. */
  more?: BlockKind[]
  takesFiles?: boolean
}

/** `/` in an empty paragraph offers the blocks; what is typed after it narrows them. */
export function SlashMenu({ editor, more = [], takesFiles = true }: Props) {
  const offered = [...blocksOf(editor, takesFiles), ...more].map((entry) => ({
    ...entry,
    id: entry.name,
    note: noteOf(entry),
  }))
  return (
    <TypedMenu
      editor={editor}
      label="Insert"
      read={readSlash}
      find={(query) => offered.filter(({ name, words }) => `${name} ${words}`.toLowerCase().includes(query))}
      onChoose={(entry, { from, to }) => {
        editor.chain().deleteRange({ from, to }).run()
        entry.run(editor)
      }}
    />
  )
}

/** How it is had without the menu: what one types, or a key. */
const noteOf = ({ key }: BlockKind) => (key && key.length > 3 ? keyName(key) : key)

function readSlash({ selection: { $from } }: EditorState): Typed | null {
  if ($from.parent.type.name !== 'paragraph' || $from.depth !== 1) return null
  const match = /^\/([\p{L}\p{N} ]{0,20})$/u.exec($from.parent.textContent)
  if (!match) return null
  const query = (match[1] ?? '').toLowerCase()
  return { query, from: $from.start(), to: $from.end(), at: String($from.parent.attrs.id) }
}
