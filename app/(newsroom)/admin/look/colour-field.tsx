'use client'

import { LEAST_CONTRAST, worstContrast } from '#lib/site/theme/content'
import { TextField } from '#lib/ui/field'

type Props = {
  label: string
  name: string
  look: 'light' | 'dark'
  value: string
  error?: string
  onChange: (value: string) => void
}

/** A colour by its figures or picked, and how well it is read. */
export function ColourField({ label, name, look, value, error, onChange }: Props) {
  const whole = /^#[0-9a-f]{6}$/i.test(value)
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
