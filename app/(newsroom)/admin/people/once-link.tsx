'use client'

import type { FormState } from '#app/(newsroom)/answer'
import { CopyLine } from '#lib/ui/copy-line'

/** A one-time link that an action has just made; it cannot be shown again. */
export function OnceLink({ state }: { state: FormState }) {
  if (!state?.ok || typeof state.detail !== 'string') return null
  return (
    <div className="grid gap-1">
      <CopyLine label="One-time link" value={state.detail} />
      <p className="text-label text-quiet">Shown this once. It works once, for a day; whoever has it gets in.</p>
    </div>
  )
}
