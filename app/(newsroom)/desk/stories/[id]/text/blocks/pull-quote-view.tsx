'use client'

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'

import { BlockLine } from './block-line'

/** Words set large, and under them whose they are, which readers are told only when it is said. */
export function PullQuoteView(props: ReactNodeViewProps) {
  return (
    <NodeViewWrapper as="figure" className="pull" aria-label="Pull quote">
      <NodeViewContent className={`pull-words ${props.node.content.size ? '' : 'blank'}`} />
      <figcaption contentEditable={false}>
        <BlockLine
          {...props}
          name="speaker"
          label="Speaker of the pull quote"
          placeholder="Speaker, where it needs one"
          className="pull-speaker"
          leaveTo="end"
        />
      </figcaption>
    </NodeViewWrapper>
  )
}
