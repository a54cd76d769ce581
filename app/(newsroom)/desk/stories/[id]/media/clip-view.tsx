'use client'

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'

import { clipWord } from '#lib/media/kinds'
import type { Clip } from '#lib/story/document/nodes'
import { late } from '#lib/ui/late'

import { useShown } from '../library/library'
import { MediaFaults } from './media-faults'

const Card = late(() => import('./clip-card').then((module) => module.ClipCard))

/** A film or a sound in the text. */
export function ClipView(props: ReactNodeViewProps) {
  const { media } = props.node.attrs as Clip['attrs']
  const shown = useShown(media)
  const what = clipWord(shown?.kind)
  return (
    <NodeViewWrapper
      className={`block-card clip ${props.selected ? 'block-selected' : ''}`}
      role="group"
      aria-label={`${what[0]?.toUpperCase()}${what.slice(1)} ${shown?.name ?? ''}`}
      data-kind={shown?.kind}
      data-drag-handle
    >
      <div contentEditable={false}>
        <MediaFaults of={`This ${what}`} shown={shown} />
      </div>
      <div contentEditable={false} className="clip-card">
        <Card {...props} shown={shown} />
      </div>
    </NodeViewWrapper>
  )
}
