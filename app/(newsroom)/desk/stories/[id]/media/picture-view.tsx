'use client'

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'

import type { Image } from '#lib/story/document/nodes'
import { late } from '#lib/ui/late'

import { useShown } from '../library/library'
import { MediaFaults } from './media-faults'
import { PictureFrame } from './picture-frame'

const Lines = late(() => import('./picture-lines').then((module) => module.PictureLines))

/** A picture in the text, or in a gallery's row: as readers see it, and under it what is said of it here. */
export function PictureView(props: ReactNodeViewProps) {
  const { media, crop, alt, wide } = props.node.attrs as Image['attrs']
  const shown = useShown(media)
  return (
    <NodeViewWrapper
      as="figure"
      className={`picture ${props.selected ? 'block-selected' : ''}`}
      role="group"
      aria-label={`Picture ${shown?.name ?? ''}`}
      data-wide={wide || undefined}
    >
      <div contentEditable={false} data-drag-handle>
        <PictureFrame {...{ media, crop, alt, shown }} />
      </div>
      <div contentEditable={false}>
        <MediaFaults of="This picture" shown={shown} alt={alt} />
      </div>
      <div contentEditable={false} className="picture-lines">
        <Lines {...props} shown={shown} />
      </div>
    </NodeViewWrapper>
  )
}
