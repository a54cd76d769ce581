'use client'

import { Button } from './button'

type Props<Choice extends string> = {
  legend: string
  choices: Record<Choice, string>
  value: Choice
  onChange: (choice: Choice) => void
  className?: string
}

/** A few buttons of which one is pressed. */
export function Switch<Choice extends string>({ legend, choices, value, onChange, className = '' }: Props<Choice>) {
  return (
    <fieldset className={`flex gap-1.5 ${className}`}>
      <legend className="sr-only">{legend}</legend>
      {(Object.entries(choices) as [Choice, string][]).map(([one, label]) => (
        <Button
          key={one}
          type="button"
          aria-pressed={value === one}
          tone={value === one ? 'plain' : 'ghost'}
          onClick={() => onChange(one)}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  )
}
