'use client'

import type { ReactNodeViewProps } from '@tiptap/react'
import { Film, Music } from 'lucide-react'
import { lengthOf } from '#app/(newsroom)/desk/media/length'
import type { Shown } from '#lib/media/known'
import type { Clip } from '#lib/story/document/nodes'
import { Button, buttonClass } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { BlockLine } from '../text/blocks/block-line'
import { useEditable } from '../text/use-editable'

type Props = ReactNodeViewProps & { shown: Shown | null | undefined }

/** What a film or a sound is, and what is said of it here. */
export function ClipCard({ shown, ...props }: Props) {
  const { node, editor, deleteNode } = props
  const { media } = node.attrs as Clip['attrs']
  const editable = useEditable(editor)
  const what = shown?.kind === 'audio' ? 'sound' : 'film'
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Icon of={what === 'sound' ? Music : Film} className="text-quiet" />
        <b className="min-w-0 flex-1 truncate font-medium">{shown?.name}</b>
        {shown?.seconds && <span className="text-quiet">{lengthOf(shown.seconds)}</span>}
        <span className="flex gap-1">
          {shown && (
            <a className={buttonClass('ghost', true)} href={`/desk/media/${media}`} target="_blank" rel="noreferrer">
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
        </span>
      </div>
      <BlockLine
        {...props}
        name="caption"
        label={`Caption of the ${what}`}
        placeholder={shown?.caption || 'Caption: what it shows'}
        otherwise={shown?.caption}
        className="picture-caption"
        leaveTo="after"
      />
      <BlockLine
        {...props}
        name="credit"
        label={`Credit of the ${what}`}
        placeholder={shown?.credit || 'Credit: whose it is'}
        otherwise={shown?.credit}
        className="picture-line"
        leaveTo="after"
      />
    </>
  )
}
