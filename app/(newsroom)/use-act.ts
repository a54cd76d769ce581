'use client'

import { useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'

/** What a dialog does when it is done, and when the server has answered. */
export type Answered = { onClose: () => void; onState?: (state: FormState) => void }

/** Runs an act of a dialog: done closes it, a refusal stays in it. */
export function useAct({ onClose, onState }: Answered) {
  const [state, setState] = useState<FormState>(null)
  const [busy, setBusy] = useState(false)
  const run = async (act: () => Promise<FormState>) => {
    if (busy) return
    setBusy(true)
    const next = await act().catch(
      (): FormState => ({ ok: false, message: 'The server was not reached. Nothing was done.' }),
    )
    setBusy(false)
    onState?.(next)
    setState(next?.ok ? null : next)
    if (next?.ok) onClose()
  }
  return { state, busy, run, error: state?.fields?.note ?? state?.message }
}
