'use client'

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'

import { BlockLine } from './block-line'

/** A box with a title, and paragraphs, sub-heads and lists in it. */
export function FactBoxView(props: ReactNodeViewProps) {
  return (
    <NodeViewWrapper className="fact" role="group" aria-label="Fact box">
      <div contentEditable={false}>
        <BlockLine
          {...props}
          name="title"
          label="Title of the fact box"
          placeholder="Title"
          className="fact-title"
          leaveTo="start"
        />
      </div>
      <NodeViewContent className={props.node.textContent ? '' : 'fact-blank'} />
    </NodeViewWrapper>
  )
}
