'use client'

import '#app/(newsroom)/desk/stories/[id]/text/blocks.css'

import { EditorContent } from '@tiptap/react'
import { useState } from 'react'

import { EmbedDialog } from '#app/(newsroom)/desk/stories/[id]/text/blocks/embed-dialog'
import { Bubble } from '#app/(newsroom)/desk/stories/[id]/text/bubble'
import { BlockHandle } from '#app/(newsroom)/desk/stories/[id]/text/handle/block-handle'
import { LinkCard } from '#app/(newsroom)/desk/stories/[id]/text/links/link-card'
import { LinkDialog } from '#app/(newsroom)/desk/stories/[id]/text/links/link-dialog'
import { MentionMenu } from '#app/(newsroom)/desk/stories/[id]/text/menus/mention-menu'
import { SlashMenu } from '#app/(newsroom)/desk/stories/[id]/text/menus/slash-menu'

import { useBody } from './use-body'

type Props = Omit<Parameters<typeof useBody>[0], 'onLink'>

/** The text of a page, with what helps one write it. */
export function BodyPart(props: Props) {
  const [link, setLink] = useState(false)
  const editor = useBody({ ...props, onLink: () => setLink(true) })
  if (!editor) return null
  return (
    <>
      <EditorContent editor={editor} />
      <Bubble editor={editor} onLink={() => setLink(true)} />
      <BlockHandle editor={editor} />
      <EmbedDialog editor={editor} />
      <SlashMenu editor={editor} takesFiles={false} />
      <MentionMenu editor={editor} onMention={() => undefined} />
      <LinkCard editor={editor} onEdit={() => setLink(true)} />
      {link && <LinkDialog editor={editor} story="" onClose={() => setLink(false)} />}
    </>
  )
}
