'use client'

import { useEffect, useRef, useState } from 'react'

import type { Finding } from '#lib/checks/paste/finding'
import { Button } from '#lib/ui/button'
import { Checkbox } from '#lib/ui/field'

/** A page of marks has hundreds of places; nobody goes through more at once. */
const shown = 100

/** The parts of a finding, each to be taken or left. What is certain starts taken, what is doubtful left. */
export function PasteChoices({ finding, onApply }: { finding: Finding; onApply: (partIds: string[]) => void }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(finding.certain ? [] : finding.parts.map(({ id }) => id)),
  )
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const parts = finding.parts.slice(0, shown)
  const taken = parts.filter(({ id }) => !left.has(id))
  const set = (id: string, take: boolean) => {
    const next = new Set(left)
    if (take) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <fieldset ref={box} className="mt-2">
      <legend className="sr-only">{finding.title}</legend>
      <div className="max-h-72 overflow-y-auto">
        {parts.map(({ id, text, note }) => (
          <Checkbox
            key={id}
            checked={!left.has(id)}
            onChange={(event) => set(id, event.currentTarget.checked)}
            label={<span className="line-clamp-2 font-text">{text}</span>}
            hint={note}
          />
        ))}
      </div>
      {finding.parts.length > shown && (
        <p className="text-label text-quiet">
          The first {shown} of {finding.parts.length}; the others come after these.
        </p>
      )}
      <Button
        small
        tone="primary"
        className="mt-2"
        aria-disabled={taken.length === 0}
        onClick={() => onApply(taken.map(({ id }) => id))}
      >
        {taken.length === 0 ? 'None chosen' : `${finding.certain ? finding.act : 'Mend'}: ${taken.length}`}
      </Button>
    </fieldset>
  )
}
