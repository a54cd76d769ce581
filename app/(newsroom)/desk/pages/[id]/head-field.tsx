'use client'

import { type KeyboardEvent, useId } from 'react'

import { longest } from '#lib/page/content'

type Props = {
  part: 'headline' | 'standfirst'
  label: string
  placeholder?: string
  value: string
  onChange: (value: string) => void
}

/** One line over the text, in its own face: Enter and the arrow go on to what is below it. */
export function HeadField({ part, label, placeholder = label, value, onChange }: Props) {
  const id = useId()
  const most = part === 'headline' ? longest.title : longest.standfirst
  return (
    <>
      <label htmlFor={id} className="part-label">
        {label}
        {value.length > most - 20 && (
          <span className="ms-auto">
            {value.length} of {most}
          </span>
        )}
      </label>
      <textarea
        id={id}
        rows={1}
        maxLength={most}
        value={value}
        placeholder={placeholder}
        onChange={({ target }) => onChange(target.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={goOn}
        className={`head-field part-${part}`}
      />
    </>
  )
}

function goOn(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  const all = [...document.querySelectorAll<HTMLElement>('.part-headline, .part-standfirst, .part-body')]
  all[all.indexOf(event.currentTarget) + 1]?.focus()
}
