'use client'

import { useState } from 'react'
import { Form } from '#app/(newsroom)/form'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Submit } from '#lib/ui/submit'
import { disableAction, enableAction } from './actions'

const endings = (sessions: number) => {
  if (!sessions) return 'Disabling takes every way in.'
  return sessions === 1
    ? 'Disabling ends the session on the next click.'
    : `Disabling ends all ${sessions} sessions on the next click.`
}

export function DisablePart({
  id,
  name,
  disabled,
  sessions,
}: {
  id: string
  name: string
  disabled: boolean
  sessions: number
}) {
  const [asking, setAsking] = useState(false)
  if (disabled)
    return (
      <Form action={enableAction} label={`Enable ${name}`}>
        {() => (
          <>
            <input type="hidden" name="id" value={id} />
            <p className="text-muted">Disabled: no way in. Stories and bylines stayed.</p>
            <div>
              <Submit tone="plain">Enable {name}</Submit>
            </div>
          </>
        )}
      </Form>
    )
  return (
    <>
      <p className="text-muted">{endings(sessions)} Stories and bylines stay.</p>
      <div>
        <Button tone="danger" onClick={() => setAsking(true)}>
          Disable {name}…
        </Button>
      </div>
      {asking && (
        <Dialog title={`Disable ${name}?`} onClose={() => setAsking(false)}>
          <Form action={disableAction} onDone={() => setAsking(false)} label={`Disable ${name}`} className="grid gap-4">
            {() => (
              <>
                <input type="hidden" name="id" value={id} />
                <p>{endings(sessions)} Stories and bylines stay. You can enable the account again.</p>
                <div className="flex justify-end gap-2">
                  <Button onClick={() => setAsking(false)}>Keep</Button>
                  <Submit tone="danger">Disable {name}</Submit>
                </div>
              </>
            )}
          </Form>
        </Dialog>
      )}
    </>
  )
}
