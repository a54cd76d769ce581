'use client'

import { useEffect, useId, useRef, useState } from 'react'

import { zoneIn } from '#lib/settings/time'
import { Button } from '#lib/ui/button'
import { TextField } from '#lib/ui/field'

import type { Paper } from '../props'
import { hour } from '../when'
import { type ReadTime, readTimeAction } from './plan-actions'

/** The instant that was chosen, in milliseconds; undefined while there is none, or one of two is asked for. */
export type Chosen = number | undefined

type Props = {
  label: string
  paper: Paper
  onChoose: (at: Chosen) => void
  error?: string
  /** What stands there at first. */
  initial?: { local: string; at: number }
}

/** As one reads it: the platform parts day and hour by a letter. */
const spaced = (local: string) => local.replace('T', ' ')

const examples = 'As in “tomorrow 6am”, “Sat 21:00”, “in 2 hours”, or picked.'

/**
 * An hour by the newsroom's clock, typed as one says it or picked. An hour that the clocks go past is refused with the
 * next one, of one that comes twice it is asked which.
 */
export function WhenField({ label, paper, onChoose, error, initial }: Props) {
  const [typed, setTyped] = useState(spaced(initial?.local ?? ''))
  const [read, setRead] = useState<ReadTime | null | undefined>(initial)
  const [chosen, setChosen] = useState<Chosen>(initial?.at)
  const first = useRef<string | undefined>(typed)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const group = useId()
  const box = useRef<HTMLInputElement>(null)
  const take = (at: Chosen) => {
    setChosen(at)
    choose.current(at)
    // What was pressed is gone.
    box.current?.focus()
  }

  useEffect(() => {
    if (typed === first.current) return
    first.current = undefined
    setRead(undefined)
    setChosen(undefined)
    choose.current(undefined)
    if (!typed.trim()) return
    let stale = false
    const timer = setTimeout(async () => {
      const found = await readTimeAction(typed).catch(() => null)
      if (stale) return
      setRead(found)
      if (found?.at !== undefined && !found.fault) {
        setChosen(found.at)
        choose.current(found.at)
      }
    }, 200)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [typed])

  const unread =
    read === null ? 'This is no time that Stet can read. Try “tomorrow 6am” or “14 June 05:30”.' : read?.fault
  /** It is being read, or asked about. */
  const open = typed.trim() !== '' && chosen === undefined
  return (
    <div className="grid gap-2">
      <div className="grid items-start gap-2 phone:grid-cols-[minmax(0,1fr)_max-content]">
        <TextField
          label={label}
          value={typed}
          data-first
          // Where it is asked for later than the dialog.
          autoFocus
          ref={box}
          autoComplete="off"
          placeholder="tomorrow 6am"
          error={unread ?? (open ? undefined : error)}
          hint={examples}
          onChange={(event) => setTyped(event.target.value)}
        />
        <TextField
          label="Day and hour"
          type="datetime-local"
          value={read?.local ?? ''}
          onChange={(event) => event.target.value && setTyped(spaced(event.target.value))}
        />
      </div>
      <div aria-live="polite" className="min-h-6">
        {chosen !== undefined && (
          <p className="font-medium text-scheduled first-letter:uppercase">{hour(chosen, paper)}</p>
        )}
        {read?.gap !== undefined && !read.fault && chosen === undefined && (
          <p className="text-changes">
            The clocks go past that hour.{' '}
            <Button small onClick={() => take(read.gap)}>
              Take {hour(read.gap, paper)}
            </Button>
          </p>
        )}
        {read?.twice && chosen === undefined && (
          <fieldset className="flex min-w-0 flex-wrap items-center gap-2" aria-labelledby={group}>
            <span id={group} className="text-changes">
              {read.local.slice(11)} comes twice that night. Which one?
            </span>
            {read.twice.map((at, index) => (
              <Button small key={at} onClick={() => take(at)}>
                {index === 0 ? 'The first' : 'The second'}, {read.local.slice(11)}{' '}
                {zoneIn(new Date(at), paper.timezone)}
              </Button>
            ))}
          </fieldset>
        )}
      </div>
    </div>
  )
}
