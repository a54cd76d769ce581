'use client'

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { ChartColumn, ExternalLink, MapPin, MessageSquareText, Music, Play } from 'lucide-react'

import { aboutEmbed, isEmbedded } from '#lib/story/document/embed/embed'
import type { What } from '#lib/story/document/embed/provider'
import type { Embed } from '#lib/story/document/nodes'
import { Button, buttonClass } from '#lib/ui/button'
import { type Glyph, Icon } from '#lib/ui/icon'

import { BlockLine } from './block-line'

const glyphs: Record<What, Glyph> = {
  video: Play,
  post: MessageSquareText,
  sound: Music,
  chart: ChartColumn,
  map: MapPin,
}
const words: Record<What, string> = { video: 'Video', post: 'Post', sound: 'Sound', chart: 'Chart', map: 'Map' }

/** Another site's work as a card: the desk asks that site for nothing either. */
export function EmbedView(props: ReactNodeViewProps) {
  const { node, editor, selected, deleteNode } = props
  const attrs = node.attrs as Embed['attrs']
  const about = isEmbedded(attrs.provider, attrs.ref) ? aboutEmbed(attrs) : undefined
  const called = about ? `${words[about.what]} from ${about.name}` : 'Embed'
  const remove = () => {
    deleteNode()
    editor.commands.focus()
  }
  return (
    <NodeViewWrapper
      className={`block-card ${selected ? 'block-selected' : ''}`}
      role="group"
      aria-label={called}
      data-drag-handle
    >
      <div contentEditable={false} className="grid gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <Icon of={about ? glyphs[about.what] : ExternalLink} className="text-quiet" />
          <b className="min-w-0 flex-1 font-medium">{called}</b>
          <span className="flex gap-1">
            {about && (
              <a className={buttonClass('ghost', true)} href={about.link} target="_blank" rel="noreferrer">
                Open<span className="sr-only"> it on {about.name}</span>
              </a>
            )}
            {editor.isEditable && (
              <Button small tone="ghost" onClick={remove}>
                Remove
              </Button>
            )}
          </span>
        </div>
        <p className="truncate text-label text-quiet">{about?.link}</p>
        <BlockLine
          {...props}
          name="caption"
          label={`Caption of the ${about?.what ?? 'embed'}`}
          placeholder="Caption: what it shows"
          className="font-text text-[15px]/6"
          leaveTo="after"
        />
        {about && !about.frame && (
          <p className="text-label text-muted">
            Readers get a link: {about.name} can be shown by its own script alone.
          </p>
        )}
      </div>
    </NodeViewWrapper>
  )
}
