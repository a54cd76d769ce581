'use client'

import { useEffect, useId, useRef, useState } from 'react'

import type { ReadTime } from '#lib/settings/read-time'
import { hourIn, zoneIn } from '#lib/settings/time'
import { Button } from '#lib/ui/button'
import { TextField } from '#lib/ui/field'

/** The instant that was chosen, in milliseconds; undefined while there is none, or one of two is asked for. */
export type Chosen = number | undefined

type Props = {
  label: string
  /** The newsroom's zone, and the hour at which the page was made. */
  paper: { timezone: string; now: number }
  read: (typed: string) => Promise<ReadTime | null>
  onChoose?: (at: Chosen) => void
  error?: string
  /** What stands there at first. */
  initial?: { local: string; at: number }
  hint?: string
  /** What can be read, for who typed what cannot. */
  tries?: string
  placeholder?: string
  readOnly?: boolean
  /** It is the dialog's first field. */
  first?: boolean
  /** Of what a form sends: the instant in milliseconds, or what was typed while it has not been read. */
  name?: string
}

/** As one reads it: the platform parts day and hour by a letter. */
const spaced = (local: string) => local.replace('T', ' ')

const examples = 'As in “tomorrow 6am”, “Sat 21:00”, “in 2 hours”, or picked.'

/**
 * An hour by the newsroom's clock, typed as one says it or picked. An hour that the clocks go past is refused with the
 * next one, of one that comes twice it is asked which.
 */
export function WhenField({ label, paper, read: readTyped, onChoose, error, initial, ...shown }: Props) {
  const {
    hint = examples,
    tries = '“tomorrow 6am” or “14 June 05:30”',
    placeholder = 'tomorrow 6am',
    readOnly,
    first: isFirst,
    name,
  } = shown
  const [typed, setTyped] = useState(spaced(initial?.local ?? ''))
  const [read, setRead] = useState<ReadTime | null | undefined>(initial)
  const [chosen, setChosen] = useState<Chosen>(initial?.at)
  // Until its scripts run, the field itself sends what is typed; what was typed by then is taken over.
  const [runs, setRuns] = useState(false)
  const first = useRef<string | undefined>(typed)
  const calls = useRef({ readTyped, onChoose })
  calls.current = { readTyped, onChoose }
  const hour = (at: number) => hourIn(new Date(at), paper.timezone, new Date(paper.now))
  const group = useId()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    setRuns(true)
    if (box.current) setTyped(box.current.value)
  }, [])
  const take = (at: Chosen) => {
    setChosen(at)
    calls.current.onChoose?.(at)
    // What was pressed is gone.
    box.current?.focus()
  }

  useEffect(() => {
    if (typed === first.current) return
    first.current = undefined
    setRead(undefined)
    setChosen(undefined)
    calls.current.onChoose?.(undefined)
    if (!typed.trim()) return
    let stale = false
    const timer = setTimeout(async () => {
      const found = await calls.current.readTyped(typed).catch(() => null)
      if (stale) return
      setRead(found)
      if (found?.at !== undefined && !found.fault) {
        setChosen(found.at)
        calls.current.onChoose?.(found.at)
      }
    }, 200)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [typed])

  const unread = read === null ? `This is no time that Stet can read. Try ${tries}.` : read?.fault
  /** What is asked about below needs no error, too. */
  const asked = Boolean(read) && chosen === undefined
  return (
    <div className="@container grid gap-2">
      {name && runs && <input type="hidden" name={name} value={chosen ?? typed.trim()} />}
      <div className="grid items-start gap-2 @sm:grid-cols-[minmax(0,1fr)_max-content]">
        <TextField
          label={label}
          name={runs ? undefined : name}
          value={typed}
          data-first={isFirst || undefined}
          // Where it is asked for later than the dialog.
          autoFocus={isFirst}
          readOnly={readOnly}
          ref={box}
          autoComplete="off"
          placeholder={placeholder}
          error={unread ?? (asked ? undefined : error)}
          hint={hint}
          onChange={(event) => setTyped(event.target.value)}
        />
        <TextField
          label="Day and hour"
          type="datetime-local"
          value={read?.local ?? ''}
          readOnly={readOnly}
          onChange={(event) => event.target.value && setTyped(spaced(event.target.value))}
        />
      </div>
      <div aria-live="polite" className="min-h-6">
        {chosen !== undefined && <p className="font-medium text-scheduled first-letter:uppercase">{hour(chosen)}</p>}
        {read?.gap !== undefined && !read.fault && chosen === undefined && (
          <p className="text-changes">
            The clocks go past that hour.{' '}
            <Button small onClick={() => take(read.gap)}>
              Take {hour(read.gap)}
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
