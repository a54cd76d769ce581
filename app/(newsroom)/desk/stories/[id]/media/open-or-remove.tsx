'use client'

import type { ReactNodeViewProps } from '@tiptap/react'

import type { Used } from '#lib/media/known'
import { Button, buttonClass } from '#lib/ui/button'

import { useEditable } from '../text/use-editable'

type Props = ReactNodeViewProps & { shown: Used | null | undefined }

/** From a block to what the library has of it, and out of the text. */
export function OpenOrRemove({ shown, editor, deleteNode }: Props) {
  const editable = useEditable(editor)
  return (
    <>
      {shown?.mayOpen && (
        <a className={buttonClass('ghost', true)} href={`/desk/media/${shown.id}`} target="_blank" rel="noreferrer">
          Open in library
        </a>
      )}
      {editable && (
        <Button
          small
          tone="ghost"
          onClick={() => {
            deleteNode()
            editor.commands.focus()
          }}
        >
          Remove
        </Button>
      )}
    </>
  )
}
