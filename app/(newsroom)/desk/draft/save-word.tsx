'use client'

import { Check, Clock, CloudOff, Lock, TriangleAlert } from 'lucide-react'

import { clockIn } from '#lib/settings/time'
import { type Glyph, Icon } from '#lib/ui/icon'

import type { Save } from './keeper'

const words: Record<Exclude<Save, 'saved'>, { glyph: Glyph; word: string; colour: string; title?: string }> = {
  open: { glyph: Clock, word: 'Saving', colour: '' },
  unreached: {
    ...{ glyph: CloudOff, word: 'On this device only', colour: 'text-withdrawn' },
    title: 'The server is not reached. It is tried again by itself.',
  },
  refused: { glyph: TriangleAlert, word: 'Not accepted', colour: 'text-withdrawn' },
  conflict: { glyph: TriangleAlert, word: 'Changed by two', colour: 'text-changes' },
  'signed-out': { glyph: Lock, word: 'Not saved: sign in again', colour: 'text-withdrawn' },
}

/** Where this browser keeps nothing. */
const windowOnly = {
  ...words.unreached,
  word: 'In this window only',
  title: 'The server is not reached. It is tried again by itself; leave the window open.',
}

type Props = { save: Save; savedAt: number | undefined; here: boolean; zone: string }

/** Is it saved? */
export function SaveWord({ save, savedAt, here, zone }: Props) {
  const said = save === 'saved' ? undefined : save === 'unreached' && !here ? windowOnly : words[save]
  return (
    <span
      role="status"
      data-save={save}
      title={said?.title}
      className={`inline-flex items-center gap-1.5 whitespace-nowrap ${said?.colour || 'text-muted'}`}
    >
      <Icon of={said?.glyph ?? Check} />
      {said ? <b>{said.word}</b> : <b className="dots-live text-text">Saved</b>}
      {!said && savedAt !== undefined && (
        <span className="text-quiet max-phone:hidden">{clockIn(new Date(savedAt), zone)}</span>
      )}
    </span>
  )
}
