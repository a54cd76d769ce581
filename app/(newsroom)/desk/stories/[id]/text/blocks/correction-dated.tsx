'use client'

import type { ReactNodeViewProps } from '@tiptap/react'

import { instantIn, localIn } from '#lib/settings/local-time'
import { zoneIn } from '#lib/settings/time'
import { type Correction, correctionKinds } from '#lib/story/document/nodes'

import { correctionNames } from './correction-names'

/** Of what kind a note to readers is, and of when, by the newsroom's clock. */
export function CorrectionDated({ node, editor, updateAttributes, extension }: ReactNodeViewProps) {
  const { kind, at } = node.attrs as Correction['attrs']
  const zone: string = extension.options.zone ?? 'UTC'
  const locked = !editor.isEditable
  return (
    <>
      <select
        aria-label="Kind of note"
        className="control-small rounded-control border border-line-strong bg-surface px-1.5"
        value={kind}
        disabled={locked}
        onChange={({ target }) => updateAttributes({ kind: target.value })}
      >
        {correctionKinds.map((one) => (
          <option key={one} value={one}>
            {correctionNames[one]}
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
    </>
  )
}
