'use client'

import type { Editor } from '@tiptap/react'
import { useState } from 'react'

import { useLibrary } from '../library/library'
import { LibraryDialog } from '../library/library-dialog'
import type { Wanted } from '../text/ask-media'
import { insertBlock } from '../text/insert'
import { holdPlace } from './held-place'
import { blockOf, galleryOf, putAsGallery, putIntoText } from './put-media'

const titles: Record<Wanted, string> = { picture: 'Picture', gallery: 'Gallery', recording: 'Film or sound' }

type Props = { editor: Editor; wanted: Wanted; onClose: () => void }

/** Puts something of the library, or what is sent into it, where the caret is. */
export function InsertMedia({ editor, wanted, onClose }: Props) {
  const { upload } = useLibrary()
  const [place] = useState(() => holdPlace(editor, editor.state.selection.from))
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  return (
    <LibraryDialog
      title={titles[wanted]}
      recordings={wanted === 'recording'}
      several={wanted === 'gallery'}
      onChoose={(found) =>
        insertBlock(editor, wanted === 'gallery' ? galleryOf(found) : blockOf(found[0] ?? { id: '', kind: 'picture' }))
      }
      onUpload={(files) =>
        upload(files, wanted === 'gallery' ? putAsGallery(editor, place) : putIntoText(editor, place))
      }
      onClose={close}
    />
  )
}
