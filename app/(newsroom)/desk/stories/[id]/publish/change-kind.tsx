'use client'

import type { ReactNode } from 'react'

import { type Change, changes, type NotePlace } from '#lib/site/change'
import { isNoted } from '#lib/story/live-versions'
import { longestNote } from '#lib/story/update'
import { Radio, TextArea } from '#lib/ui/field'

import type { Paper } from '../props'
import { when } from '../when'

/** What an editor says of an update; `change` is open until a kind is chosen. */
export type Telling = { change?: Change; note: string; place: NotePlace }

export const untold: Telling = { note: '', place: 'end' }

const words: Record<Change, { label: string; verb: string }> = {
  typo: { label: 'Typing error', verb: 'Update' },
  update: { label: 'Update', verb: 'Update' },
  clarification: { label: 'Clarification', verb: 'Clarify' },
  correction: { label: 'Correction', verb: 'Correct' },
}

export const changeName = (change: Change) => words[change].label

/** The act as the button says it. */
export const verbOf = (change: Change) => words[change].verb

type Props = {
  value: Telling
  onChange: (value: Telling) => void
  /** The text changes, so that it is one of the four kinds; else a note may be added to what stays as it is. */
  changes: boolean
  updatedAt: number
  paper: Paper
  errors: Record<string, string>
}

/** Which kind of change this is, and for two of the kinds what readers are told, and where. */
export function ChangeKind({ value, onChange, changes: isChange, updatedAt, paper, errors }: Props) {
  const hints: Record<Change, ReactNode> = {
    typo: `“Updated” stays at ${when(updatedAt, paper)}`,
    update: 'New facts. “Updated” moves to now',
    clarification: 'Right, but could mislead. Needs a note',
    correction: 'It was wrong. Needs a note, listed under Corrections',
  }
  return (
    <div className="grid content-start gap-3">
      <fieldset
        data-wrong={errors.change ? true : undefined}
        aria-describedby={errors.change ? 'change-error' : undefined}
      >
        <legend className="font-semibold">{isChange ? 'What kind of change?' : 'A note to readers?'}</legend>
        {errors.change && (
          <p id="change-error" role="alert" className="mt-1 text-label text-withdrawn">
            {errors.change}
          </p>
        )}
        {!isChange && (
          <Radio
            name="change"
            label="None"
            checked={value.change === undefined}
            onChange={() => onChange({ ...value, change: undefined })}
          />
        )}
        {changes.filter(isChange ? Boolean : isNoted).map((kind, index) => (
          <Radio
            key={kind}
            name="change"
            data-first={(isChange && index === 0) || undefined}
            label={words[kind].label}
            hint={hints[kind]}
            checked={value.change === kind}
            onChange={() => onChange({ ...value, change: kind })}
          />
        ))}
      </fieldset>
      {isNoted(value.change) && (
        <>
          <TextArea
            label="Note to readers"
            rows={4}
            maxLength={longestNote}
            className="font-text"
            value={value.note}
            error={errors.note}
            hint={`What was wrong, and what is right. ${[...value.note].length} of ${longestNote} characters.`}
            onChange={(event) => onChange({ ...value, note: event.target.value })}
          />
          <fieldset>
            <legend className="font-medium">Where on the story</legend>
            <Radio
              name="place"
              label="At its end"
              checked={value.place === 'end'}
              onChange={() => onChange({ ...value, place: 'end' })}
            />
            <Radio
              name="place"
              label="Above the text"
              hint="Where it changes the sense of the headline"
              checked={value.place === 'top'}
              onChange={() => onChange({ ...value, place: 'top' })}
            />
          </fieldset>
        </>
      )}
    </div>
  )
}

/** The note as readers will read it. */
export function NotePreview({ value: { change, note }, paper }: { value: Telling; paper: Paper }) {
  if (!isNoted(change) || !note.trim()) return null
  return (
    <p className="border-y border-line py-2.5 font-text text-[15px]/6">
      <b className="text-withdrawn">
        {words[change].label}, {when(Date.now(), paper)}.
      </b>{' '}
      {note.trim()}
    </p>
  )
}
