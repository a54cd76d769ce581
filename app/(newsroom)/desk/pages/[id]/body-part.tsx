'use client'

import '#app/(newsroom)/desk/stories/[id]/media/media.css'
import '#app/(newsroom)/desk/stories/[id]/paste/file-status.css'
import '#app/(newsroom)/desk/stories/[id]/text/blocks.css'

import { EditorContent } from '@tiptap/react'
import { useState } from 'react'

import { useLibrary } from '#app/(newsroom)/desk/stories/[id]/library/library'
import { isMediaFile } from '#app/(newsroom)/desk/stories/[id]/library/media-files'
import { StoryTray } from '#app/(newsroom)/desk/stories/[id]/library/story-tray'
import { useUsed } from '#app/(newsroom)/desk/stories/[id]/library/use-used'
import { holdPlace } from '#app/(newsroom)/desk/stories/[id]/media/held-place'
import { MediaAsked } from '#app/(newsroom)/desk/stories/[id]/media/media-asked'
import { putIntoText } from '#app/(newsroom)/desk/stories/[id]/media/put-media'
import { EmbedDialog } from '#app/(newsroom)/desk/stories/[id]/text/blocks/embed-dialog'
import { Bubble } from '#app/(newsroom)/desk/stories/[id]/text/bubble'
import { BlockHandle } from '#app/(newsroom)/desk/stories/[id]/text/handle/block-handle'
import { LinkCard } from '#app/(newsroom)/desk/stories/[id]/text/links/link-card'
import { LinkDialog } from '#app/(newsroom)/desk/stories/[id]/text/links/link-dialog'
import { MentionMenu } from '#app/(newsroom)/desk/stories/[id]/text/menus/mention-menu'
import { SlashMenu } from '#app/(newsroom)/desk/stories/[id]/text/menus/slash-menu'

import { useBody } from './use-body'

type Props = Omit<Parameters<typeof useBody>[0], 'onLink' | 'onFiles'>

/** The text of a page, with what helps one write it. */
export function BodyPart(props: Props) {
  const [link, setLink] = useState(false)
  const { batches, upload } = useLibrary()
  const editor = useBody({
    ...props,
    onLink: () => setLink(true),
    onFiles: (files, at) => {
      const media = files.filter(isMediaFile)
      if (media.length && editor) upload(media, putIntoText(editor, holdPlace(editor, at ?? editor.state.selection.to)))
      if (media.length < files.length) props.onNote('A page takes in pictures, films and sounds, no files of text.')
    },
  })
  useUsed(editor && { body: props.keeper.get().content.body }, '', 0)
  if (!editor) return null
  return (
    <>
      <EditorContent editor={editor} />
      <div className="body-aids">
        <Bubble editor={editor} onLink={() => setLink(true)} />
        <BlockHandle editor={editor} />
        <EmbedDialog editor={editor} />
        <MediaAsked editor={editor} />
        <SlashMenu editor={editor} takesFiles={false} />
        <MentionMenu editor={editor} onMention={() => undefined} />
        <LinkCard editor={editor} onEdit={() => setLink(true)} />
        {batches.length > 0 && (
          <div className="file-status">
            <StoryTray />
          </div>
        )}
        {link && <LinkDialog editor={editor} story="" onClose={() => setLink(false)} />}
      </div>
    </>
  )
}
