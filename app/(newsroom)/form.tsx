'use client'

import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'

import { Notice } from '#lib/ui/notice'

import type { FormState } from './answer'
import { useUnsaved } from './use-unsaved'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  children: (state: FormState) => ReactNode
  /** Empty the fields once it is done. */
  clears?: boolean
  onDone?: (state: NonNullable<FormState>) => void
  /** Says at its own foot that it is done. */
  tellsDone?: boolean
  className?: string
  /** Where it is given, one is asked before one leaves with what was typed; true where it was changed otherwise, too. */
  changed?: boolean
  /** Names the form for screen readers. */
  label?: string
}

/**
 * A form of a server action, which works before and without JavaScript. What was typed stays; the first field with an
 * error is focused, and what happened is read out. Of a long form, what was not done is brought into view.
 */
export function Form({
  action,
  children,
  clears = false,
  onDone,
  tellsDone = false,
  className = 'grid gap-3',
  changed,
  label,
}: Props) {
  const [state, act] = useActionState(action, null)
  const ref = useRef<HTMLFormElement>(null)
  const clearing = useRef(false)
  const done = useRef(onDone)
  const [typed, setTyped] = useState(false)
  const leaving = useUnsaved(changed !== undefined && (typed || changed))
  done.current = onDone
  useEffect(() => {
    if (!state) return
    if (!state.ok) show(ref.current)
    if (state.ok && clears) {
      clearing.current = true
      ref.current?.reset()
      clearing.current = false
    }
    if (!state.ok) return
    setTyped(false)
    done.current?.(state)
  }, [state, clears])
  return (
    // React empties a form after its action, with what was typed; only we do.
    <form
      ref={ref}
      action={act}
      aria-label={label}
      className={className}
      onInput={() => changed === undefined || setTyped(true)}
      onReset={(event) => clearing.current || event.preventDefault()}
    >
      {state?.message && !(state.ok && tellsDone) && (
        <Notice tone={state.ok ? 'good' : 'error'} title={state.message} />
      )}
      {children(state)}
      {leaving}
    </form>
  )
}

/** The first field with an error, or else what is said above all. A field that had the focus would stay where it is. */
function show(form: HTMLFormElement | null) {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  field?.focus()
  const seen = field ?? form?.querySelector('[role="alert"]')
  seen?.scrollIntoView({ block: field ? 'center' : 'nearest' })
}
