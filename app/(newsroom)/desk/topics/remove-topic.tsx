'use client'

import { useState } from 'react'

import { Form } from '#app/(newsroom)/form'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Submit } from '#lib/ui/submit'

import { removeTopicAction } from './actions'

/** For a topic that no story has. */
export function RemoveTopic({ id, name }: { id: string; name: string }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <p className="text-muted">No story has it. Removed, it is as if it had never been.</p>
      <div>
        <Button tone="danger" onClick={() => setAsking(true)}>
          Remove {name}…
        </Button>
      </div>
      {asking && (
        <Dialog title={`Remove ${name}?`} onClose={() => setAsking(false)}>
          <Form action={removeTopicAction} label={`Remove ${name}`} className="grid gap-4">
            {() => (
              <>
                <input type="hidden" name="id" value={id} />
                <p>No story has it. Its address and its names are free again.</p>
                <div className="flex justify-end gap-2">
                  <Button onClick={() => setAsking(false)}>Keep</Button>
                  <Submit tone="danger">Remove {name}</Submit>
                </div>
              </>
            )}
          </Form>
        </Dialog>
      )}
    </>
  )
}
