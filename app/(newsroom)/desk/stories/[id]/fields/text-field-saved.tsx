'use client'

import { type ComponentProps, useState } from 'react'

import { TextArea, TextField } from '#lib/ui/field'
import type { ListName } from './field-changes'
import { Theirs } from './field-parts'
import { type FieldName, type FieldsHandle, hintOf } from './use-fields'

type TextName = Exclude<FieldName, ListName | 'sectionId' | 'layout' | 'machine'>

type Props = {
  name: TextName
  fields: FieldsHandle
  label: string
  hint?: string
  placeholder?: string
  readOnly?: boolean
  lines?: boolean
  /** Stands there instead of what is saved, until something is typed. */
  shown?: string
  /** What of it is saved. */
  made?: (typed: string) => string
  inputMode?: ComponentProps<'input'>['inputMode']
  /** Id of a list of what is usual. */
  list?: string
}

/** A field that writes itself when one leaves it or presses Enter; Escape gives back what stood there. */
export function SavedText({ name, fields, lines, hint, shown, made = trimmed, ...rest }: Props) {
  const value = shown ?? String(fields.values[name] ?? '')
  // What is being typed is not typed over by what comes from elsewhere meanwhile.
  const [typed, setTyped] = useState<string>()
  const { error } = fields.states[name] ?? {}
  const put = (text: string, how: 'save' | 'type') => {
    if (name === 'commissionedWords') fields[how](name, text === '' ? null : Number(text))
    else fields[how](name, text)
  }
  const settle = () => {
    const next = made(typed ?? value)
    setTyped(undefined)
    if (next !== value || error) put(next, 'save')
    fields.type(name, undefined)
  }
  const Box = (lines ? TextArea : TextField) as typeof TextField
  return (
    <div>
      <Box
        {...rest}
        name={name}
        value={typed ?? value}
        error={error}
        hint={hintOf(fields.states[name], hint)}
        onChange={(event) => {
          setTyped(event.target.value)
          put(made(event.target.value), 'type')
        }}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setTyped(undefined)
            fields.type(name, undefined)
          }
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          settle()
        }}
      />
      <Theirs name={name} fields={fields} />
    </div>
  )
}

const trimmed = (typed: string) => typed.trim()
