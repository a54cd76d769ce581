'use client'

import { useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import { LEAST_CONTRAST, worstContrast } from '#lib/site/theme/content'
import { TextField } from '#lib/ui/field'

type Props = {
  label: string
  name: string
  look: 'light' | 'dark'
  value: string
  /** What the last that was sent has come to. */
  state: FormState
  onChange: (value: string) => void
}

/** A colour by its figures or picked, and how well it is read. */
export function ColourField({ label, name, look, value, state, onChange }: Props) {
  const whole = /^#[0-9a-f]{6}$/i.test(value)
  // What was refused is told of what was sent, not of what is typed since.
  const [sent, setSent] = useState({ state, value })
  if (sent.state !== state) setSent({ state, value })
  const error = sent.value === value ? state?.fields?.[name] : undefined
  const worst = whole ? worstContrast(look, value.toLowerCase()) : 0
  return (
    <div className="grid grid-cols-[1fr_auto] items-start gap-x-2">
      <TextField
        label={label}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        spellCheck={false}
        autoComplete="off"
        error={error}
        hint={
          whole
            ? `${worst.toFixed(1)} to 1${worst < LEAST_CONTRAST ? `: ${LEAST_CONTRAST} are needed` : ''}`
            : 'Six figures after a #'
        }
      />
      <input
        type="color"
        aria-label={`Pick: ${label}`}
        value={whole ? value.toLowerCase() : '#000000'}
        onChange={(event) => onChange(event.target.value)}
        className="control mt-[24px] w-10 cursor-pointer rounded-control border border-line-strong bg-surface p-0.5"
      />
    </div>
  )
}
