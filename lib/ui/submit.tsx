'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

import { Button, type Tone } from './button'

/** A form's button: a second click while the first is under way does nothing. */
export function Submit(props: { tone?: Tone; small?: boolean; children: ReactNode; name?: string; value?: string }) {
  const { pending } = useFormStatus()
  return (
    <Button
      {...props}
      type="submit"
      tone={props.tone ?? 'primary'}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
    />
  )
}
