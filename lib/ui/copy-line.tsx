'use client'

import { useRef, useState } from 'react'

import { Button } from './button'

/** A line to take away: selected when focused, copied by a click. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const ref = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    ref.current?.select()
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className="flex gap-2">
      <input
        ref={ref}
        aria-label={label}
        readOnly
        value={value}
        onFocus={(event) => event.target.select()}
        className="control w-full min-w-0 rounded-control border border-line-strong bg-canvas px-2"
      />
      <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>
    </div>
  )
}
