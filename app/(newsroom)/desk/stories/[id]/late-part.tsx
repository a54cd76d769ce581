'use client'

import { type ReactNode, useState } from 'react'

type Props = {
  title: ReactNode
  /** Sections follow it. */
  between?: boolean
  /** Something in it waits for a person, so that it cannot be closed. */
  wanted?: boolean
  children: ReactNode
}

/** A part of the panel that few stories need: closed, and neither loaded nor asked for, until it is wanted. */
export function LatePart({ title, between, wanted = false, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details
      open={open || wanted}
      className={`${between ? 'border-b' : 'border-t'} border-line px-4 py-3`}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="font-semibold">{title}</summary>
      {(open || wanted) && children}
    </details>
  )
}
