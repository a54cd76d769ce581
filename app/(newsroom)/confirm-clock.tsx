'use client'

import { useState } from 'react'

import { Button } from '#lib/ui/button'

import { AskDialog } from './ask-dialog'
import { confirmClockAction } from './clock-actions'

/** Says that the clock is right, having asked. */
export function ConfirmClock() {
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Button small className="mt-2" onClick={() => setAsks(true)}>
        The clock is right…
      </Button>
      {asks && (
        <AskDialog
          title="Is the server’s clock right?"
          verb="It is right"
          act={confirmClockAction}
          onClose={() => setAsks(false)}
        >
          What is overdue by it is published or withdrawn at once. That cannot be undone here.
        </AskDialog>
      )}
    </>
  )
}
