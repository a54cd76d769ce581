'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TypeAhead } from '#lib/ui/type-ahead'

import { frontAddress } from './address'
import { findTopicsAction } from './find-topics'

/** The way to the front of a topic that has none yet. */
export function TopicFront() {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Front of a topic…</Button>
      {open && (
        <Dialog
          title="Front of a topic"
          note="Its page is made by rule until its front is published."
          onClose={() => setOpen(false)}
          foot={<Button onClick={() => setOpen(false)}>Cancel</Button>}
        >
          <TypeAhead
            label="Topic"
            placeholder="Name of the topic"
            find={findTopicsAction}
            inFlow
            autoFocus
            onChoose={({ id }) => router.push(frontAddress(`topic:${id}`))}
          />
        </Dialog>
      )}
    </>
  )
}
