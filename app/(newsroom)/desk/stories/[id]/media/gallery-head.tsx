'use client'

import type { ReactNodeViewProps } from '@tiptap/react'
import { useState } from 'react'

import type { Gallery } from '#lib/story/document/nodes'
import { Button } from '#lib/ui/button'
import { late } from '#lib/ui/late'

import { useLibrary } from '../library/library'
import { BlockLine } from '../text/blocks/block-line'
import { useEditable } from '../text/use-editable'
import { OverText } from './over-text'
import { addToGallery, imageOf, putIntoGallery } from './put-media'

const LibraryDialog = late(() => import('../library/library-dialog').then((module) => module.LibraryDialog), {
  over: true,
})

/** What a gallery is called, and the way to more pictures. */
export function GalleryHead(props: ReactNodeViewProps) {
  const { node, editor, deleteNode } = props
  const { id } = node.attrs as Gallery['attrs']
  const { upload } = useLibrary()
  const [adding, setAdding] = useState(false)
  const editable = useEditable(editor)
  return (
    <>
      <BlockLine
        {...props}
        name="title"
        label="Title of the gallery"
        placeholder="Title of the gallery"
        className="gallery-title"
        leaveTo="after"
      />
      <div className="picture-acts">
        <span className="text-quiet">
          {node.childCount === 0
            ? 'No picture yet'
            : node.childCount === 1
              ? 'One picture'
              : `${node.childCount} pictures`}
        </span>
        {editable && (
          <>
            <Button small onClick={() => setAdding(true)}>
              Add pictures…
            </Button>
            <Button
              small
              tone="ghost"
              onClick={() => {
                deleteNode()
                editor.commands.focus()
              }}
            >
              Remove the gallery
            </Button>
          </>
        )}
      </div>
      {adding && (
        <OverText>
          <LibraryDialog
            title="Add pictures"
            several
            onChoose={(found) => addToGallery(editor, id, found.map(imageOf))}
            onUpload={(files) => upload(files, putIntoGallery(editor, id))}
            onClose={() => setAdding(false)}
          />
        </OverText>
      )}
    </>
  )
}
