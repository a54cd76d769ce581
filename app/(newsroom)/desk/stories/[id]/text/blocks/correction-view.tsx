'use client'

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'

import { instantIn, localIn } from '#lib/settings/local-time'
import { zoneIn } from '#lib/settings/time'
import { type Correction, type CorrectionKind, correctionKinds } from '#lib/story/document/nodes'

const names: Record<CorrectionKind, string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
}

/** A note to readers about what was wrong: of what kind, of when (by the newsroom's clock), and its words. */
export function CorrectionView({ node, editor, updateAttributes, extension }: ReactNodeViewProps) {
  const { kind, at } = node.attrs as Correction['attrs']
  const zone: string = extension.options.zone ?? 'UTC'
  const locked = !editor.isEditable
  return (
    <NodeViewWrapper as="aside" className="correction" role="group" aria-label={names[kind]}>
      <div contentEditable={false} className="mb-1.5 flex flex-wrap items-center gap-2 font-desk text-base/5">
        <select
          aria-label="Kind of note"
          className="control-small rounded-control border border-line-strong bg-surface px-1.5"
          value={kind}
          disabled={locked}
          onChange={({ target }) => updateAttributes({ kind: target.value })}
        >
          {correctionKinds.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
        <input
          type="datetime-local"
          aria-label="Dated"
          className="control-small rounded-control border border-line-strong bg-surface px-1.5"
          value={at && localIn(new Date(at), zone)}
          disabled={locked}
          onChange={({ target }) => updateAttributes({ at: instantIn(target.value, zone)?.toISOString() ?? '' })}
        />
        <span className="text-label text-quiet">{at ? zoneIn(new Date(at), zone) : 'It needs a date.'}</span>
      </div>
      <NodeViewContent className={node.content.size ? '' : 'correction-blank'} />
    </NodeViewWrapper>
  )
}
