'use client'

import { useId } from 'react'

import { Chosen } from '#lib/ui/removable'
import { type Choice, TypeAhead } from '#lib/ui/type-ahead'

import { Waits } from './field-parts'
import type { FieldsHandle } from './use-fields'

type Props = {
  name: 'related' | 'original'
  label: string
  hint: string
  /** How many there may be. */
  most: number
  fields: FieldsHandle
  edits: boolean
  find: (words: string) => Promise<Choice[]>
}

/** Other stories that this one names, in the order in which they were chosen. */
export function StoriesField({ name, label, hint, most, fields, edits, find }: Props) {
  const id = useId()
  const chosen = fields.values[name]
  const error = fields.states[name]?.error
  const without = (one: string) => fields.current()[name].filter((story) => story.id !== one)
  return (
    <fieldset aria-describedby={`${id}-hint`} className="grid gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      {chosen.length > 0 && (
        <ul className="grid justify-items-start gap-1.5">
          {chosen.map((story) => (
            <Chosen
              key={story.id}
              name={story.name}
              onRemove={edits ? () => fields.save(name, without(story.id)) : undefined}
            />
          ))}
        </ul>
      )}
      {!edits && !chosen.length && <p className="text-muted">None</p>}
      {edits && chosen.length < most && (
        <TypeAhead
          label={`${label}: find a story`}
          placeholder="Words of its headline"
          empty="No story has these words in its headline."
          find={async (words) => (await find(words)).filter((story) => !chosen.some((one) => one.id === story.id))}
          onChoose={(story) => fields.save(name, [...without(story.id), { id: story.id, name: story.name }])}
        />
      )}
      <Waits name={name} fields={fields} />
      <p id={`${id}-hint`} className="text-label text-quiet">
        {hint}
      </p>
      {error && (
        <p role="alert" className="text-label text-withdrawn">
          {error}
        </p>
      )}
    </fieldset>
  )
}
