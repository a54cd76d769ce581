'use client'

import { type ReactNode, useState } from 'react'

/** A part of the panel that few stories need: closed, and neither loaded nor asked for, until it is wanted. */
export function LatePart({ title, children }: { title: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="border-t border-line px-4 py-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="font-semibold">{title}</summary>
      {open && children}
    </details>
  )
}
