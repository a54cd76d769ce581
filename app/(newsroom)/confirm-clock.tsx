'use client'

import { useState } from 'react'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

import type { FormState } from './answer'
import { confirmClockAction } from './clock-actions'

/** Says that the clock is right, having asked. */
export function ConfirmClock() {
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [state, setState] = useState<FormState>(null)
  const confirm = async () => {
    if (busy) return
    setBusy(true)
    const next = await confirmClockAction().catch(
      (): FormState => ({ ok: false, message: 'The server was not reached. Nothing was done.' }),
    )
    setBusy(false)
    setState(next)
    if (next?.ok) setAsks(false)
  }
  return (
    <>
      <Button small className="mt-2" onClick={() => setAsks(true)}>
        The clock is right…
      </Button>
      {asks && (
        <Dialog
          title="Is the server’s clock right?"
          onClose={() => setAsks(false)}
          foot={
            <>
              <Button onClick={() => setAsks(false)}>Cancel</Button>
              <Button tone="primary" data-first aria-disabled={busy} onClick={confirm}>
                It is right
              </Button>
            </>
          }
        >
          <p>What is overdue by it is published or withdrawn at once. That cannot be undone here.</p>
          {state && !state.ok && (
            <p role="alert" className="mt-2 text-withdrawn">
              {state.message}
            </p>
          )}
        </Dialog>
      )}
    </>
  )
}
