'use client'

import { useState } from 'react'

import { Button } from '#lib/ui/button'

import { useSelection } from '../selection'
import { BulkDialog } from './bulk-dialog'

/** What is chosen, and what may be done with it. @param shown ids of the cards on screen */
export function BulkBar({ shown, paper }: { shown: string[]; paper: { timezone: string; now: number } }) {
  const { chosen, chooseAll, clear } = useSelection()
  const [editing, edit] = useState(false)
  /** What came of the last edit of just these. */
  const [done, setDone] = useState<{ of: ReadonlyMap<string, string>; message: string }>()
  const elsewhere = [...chosen.keys()].filter((id) => !shown.includes(id)).length
  if (!chosen.size) return null
  return (
    <section
      aria-label="What is selected"
      className="flex flex-none flex-wrap items-center gap-2 border-b border-line bg-accent-wash px-4 py-1.5"
    >
      <p role="status" className="font-medium">
        {chosen.size.toLocaleString('en-GB')} selected
        {elsewhere > 0 && `, ${elsewhere.toLocaleString('en-GB')} of them not shown here`}
        {done?.of === chosen && `. ${done.message}`}
      </p>
      <div className="ms-auto flex flex-wrap gap-2">
        <Button small tone="primary" onClick={() => edit(true)}>
          Edit {chosen.size === 1 ? 'it' : `all ${chosen.size.toLocaleString('en-GB')}`}…
        </Button>
        <Button small onClick={chooseAll}>
          Select all shown
        </Button>
        <Button small tone="ghost" onClick={clear}>
          Clear
        </Button>
      </div>
      {editing && (
        <BulkDialog
          chosen={chosen}
          paper={paper}
          onDone={(message) => setDone({ of: chosen, message })}
          onClose={() => edit(false)}
        />
      )}
    </section>
  )
}
