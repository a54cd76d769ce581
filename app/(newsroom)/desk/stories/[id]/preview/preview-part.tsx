'use client'

import dynamic from 'next/dynamic'
import { type ComponentProps, useState } from 'react'

// Few stories have one, and most who write never open it.
const Links = dynamic(() => import('./links').then((module) => module.Links), {
  ssr: false,
  loading: () => <p className="mt-2 text-muted">Looking for links…</p>,
})

/** Links by which somebody without an account reads the story: closed until they are wanted. */
export function PreviewPart(props: ComponentProps<typeof Links>) {
  const [open, setOpen] = useState(false)
  return (
    <details className="border-t border-line px-4 py-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="font-semibold">Preview links</summary>
      {open && <Links {...props} />}
    </details>
  )
}
