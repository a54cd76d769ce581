'use client'

import { type ComponentProps, useEffect, useState } from 'react'

import { TextArea, TextField } from '#lib/ui/field'

import { Theirs } from './field-parts'
import type { FieldName, FieldsHandle } from './use-fields'

type TextName = Exclude<FieldName, 'topics' | 'people' | 'sectionId'>
type Props = {
  name: TextName
  fields: FieldsHandle
  label: string
  hint?: string
  placeholder?: string
  readOnly?: boolean
  lines?: boolean
  inputMode?: ComponentProps<'input'>['inputMode']
}

/** A field that writes itself when one leaves it or presses Enter; Escape gives back what stood there. */
export function SavedText({ name, fields, lines, hint, ...rest }: Props) {
  const value = fields.values[name]
  const [typed, setTyped] = useState(value)
  const { error, saving } = fields.states[name] ?? {}
  useEffect(() => setTyped(value), [value])
  const settle = () => fields.save(name, typed.trim())
  const Box = (lines ? TextArea : TextField) as typeof TextField
  return (
    <div>
      <Box
        {...rest}
        name={name}
        value={typed}
        error={error}
        hint={saving ? 'Saving' : hint}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(value)
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          settle()
        }}
      />
      <Theirs name={name} fields={fields} />
    </div>
  )
}
