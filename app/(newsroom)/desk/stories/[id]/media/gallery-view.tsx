'use client'

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'

import { late } from '#lib/ui/late'

const Head = late(() => import('./gallery-head').then((module) => module.GalleryHead))

/** Pictures that belong together, in a row. */
export function GalleryView(props: ReactNodeViewProps) {
  return (
    <NodeViewWrapper
      as="section"
      className={`gallery ${props.selected ? 'block-selected' : ''}`}
      role="group"
      aria-label="Gallery"
    >
      <div contentEditable={false} className="gallery-head">
        <Head {...props} />
      </div>
      <NodeViewContent className="gallery-row" />
    </NodeViewWrapper>
  )
}
