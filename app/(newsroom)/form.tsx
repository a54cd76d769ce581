'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'

import { Notice } from '#lib/ui/notice'

import type { FormState } from './answer'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  children: (state: FormState) => ReactNode
  /** Empty the fields once it is done. */
  clears?: boolean
  onDone?: (state: NonNullable<FormState>) => void
  className?: string
  /** Names the form for screen readers. */
  label?: string
}

/**
 * A form of a server action, which works before and without JavaScript. What was typed stays; the first field with an
 * error is focused, and what happened is read out.
 */
export function Form({ action, children, clears = false, onDone, className = 'grid gap-3', label }: Props) {
  const [state, act] = useActionState(action, null)
  const ref = useRef<HTMLFormElement>(null)
  const clearing = useRef(false)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (!state) return
    if (!state.ok) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    if (state.ok && clears) {
      clearing.current = true
      ref.current?.reset()
      clearing.current = false
    }
    if (state.ok) done.current?.(state)
  }, [state, clears])
  return (
    // React empties a form after its action, with what was typed; only we do.
    <form
      ref={ref}
      action={act}
      aria-label={label}
      className={className}
      onReset={(event) => clearing.current || event.preventDefault()}
    >
      {state?.message && <Notice tone={state.ok ? 'good' : 'error'} title={state.message} />}
      {children(state)}
    </form>
  )
}
