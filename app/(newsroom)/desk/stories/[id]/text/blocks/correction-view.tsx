'use client'

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'

import type { Correction } from '#lib/story/document/nodes'
import { late } from '#lib/ui/late'

import { correctionNames } from './correction-names'

/** With what knows the clocks of the world, which few stories need. */
const Dated = late(() => import('./correction-dated').then((module) => module.CorrectionDated))

/** A note to readers about what was wrong: of what kind, of when, and its words. */
export function CorrectionView(props: ReactNodeViewProps) {
  const { node } = props
  const { kind } = node.attrs as Correction['attrs']
  return (
    <NodeViewWrapper as="aside" className="correction" role="group" aria-label={correctionNames[kind]}>
      <div
        contentEditable={false}
        className="mb-1.5 flex min-h-[26px] flex-wrap items-center gap-2 font-desk text-base/5 max-phone:min-h-10"
      >
        <Dated {...props} />
      </div>
      <NodeViewContent className={node.content.size ? '' : 'correction-blank'} />
    </NodeViewWrapper>
  )
}
