'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Form } from '#app/(newsroom)/form'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Submit } from '#lib/ui/submit'
import { removeSectionAction } from './actions'

export function RemoveSection({ id, name, stories }: { id: string; name: string; stories: number }) {
  const [asking, setAsking] = useState(false)
  const router = useRouter()
  if (stories)
    return (
      <p className="text-muted">
        {name} holds {stories} {stories === 1 ? 'story' : 'stories'}. It can be removed once they are in another
        section.
      </p>
    )
  return (
    <>
      <p className="text-muted">Its page will answer 404, and its address is free again.</p>
      <div>
        <Button tone="danger" onClick={() => setAsking(true)}>
          Remove {name}…
        </Button>
      </div>
      {asking && (
        <Dialog title={`Remove ${name}?`} onClose={() => setAsking(false)}>
          <Form
            action={removeSectionAction}
            onDone={() => router.push('/admin/sections')}
            label={`Remove ${name}`}
            className="grid gap-4"
          >
            {() => (
              <>
                <input type="hidden" name="id" value={id} />
                <p>It holds no stories. Readers who ask for it will get a 404.</p>
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
