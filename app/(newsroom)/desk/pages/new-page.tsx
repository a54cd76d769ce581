'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'

import { Form } from '#app/(newsroom)/form'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TextField } from '#lib/ui/field'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'
import { Submit } from '#lib/ui/submit'

import { newPageAction } from './actions'

/** Asks for a title, and begins a page of that; also by the key N. */
export function NewPage() {
  const [open, setOpen] = useState(false)
  useShortcuts({ n: () => setOpen(true) })
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        <Icon of={Plus} />
        New page… <Kbd>N</Kbd>
      </Button>
      {open && (
        <Dialog
          title="New page"
          note="Readers get nothing of it before it is published."
          onClose={() => setOpen(false)}
        >
          <Form action={newPageAction} label="New page">
            {(state) => (
              <>
                <TextField
                  name="title"
                  label="Title"
                  hint="Its address is made from the title, and can be changed."
                  autoComplete="off"
                  data-first
                  error={state?.fields?.title}
                />
                <Submit>Begin the page</Submit>
              </>
            )}
          </Form>
        </Dialog>
      )}
    </>
  )
}
