'use client'

import { useState } from 'react'

import { Form } from '#app/(newsroom)/form'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Submit } from '#lib/ui/submit'

import { removeSeriesAction, takeDownSeriesAction } from './actions'

type Props = { id: string; name: string; live: boolean }

/** Takes a series from readers, or away altogether; its stories stay as they are. */
export function SeriesEnds({ id, name, live }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <div className="flex flex-wrap gap-2">
      {live && (
        <Form action={takeDownSeriesAction} label={`Take ${name} from readers`}>
          {() => (
            <>
              <input type="hidden" name="id" value={id} />
              <Submit tone="danger">Take from readers</Submit>
            </>
          )}
        </Form>
      )}
      <div>
        <Button tone="danger" onClick={() => setAsking(true)}>
          Remove…
        </Button>
      </div>
      {asking && (
        <Dialog title={`Remove ${name}?`} onClose={() => setAsking(false)}>
          <Form action={removeSeriesAction} label={`Remove ${name}`} className="grid gap-4">
            {() => (
              <>
                <input type="hidden" name="id" value={id} />
                <p>Its address is free again. Its stories stay as they are.</p>
                <div className="flex justify-end gap-2">
                  <Button onClick={() => setAsking(false)}>Keep</Button>
                  <Submit tone="danger">Remove {name}</Submit>
                </div>
              </>
            )}
          </Form>
        </Dialog>
      )}
    </div>
  )
}
