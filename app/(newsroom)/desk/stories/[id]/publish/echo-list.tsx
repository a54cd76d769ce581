'use client'

import { useCallback, useState } from 'react'

import type { Echo } from '#lib/story/queries/echoes'

import { NotRead } from '../not-read'
import type { Paper } from '../props'
import { useAsked } from '../use-asked'
import { when } from '../when'
import { echoesAction, tickEchoAction } from './told-actions'

/** As the server tells it: times in milliseconds. */
type Ticked = Omit<Echo, 'ticked'> & { ticked: { by: string; at: number } | null }
type Found = { passages: string[]; echoes: Ticked[]; more: boolean }
type Props = {
  story: string
  /** The correction's place in the publication log. */
  seq: number
  /** Whether this person may tick places off. */
  ticks: boolean
  paper: Paper
  onSignedOut: () => void
}

const wheres: Record<Echo['where'], string> = {
  readers: 'readers have it',
  'working copy': 'on the desk',
  follows: 'changes by itself',
}

/** Where corrected words may still stand, each place to be ticked off once somebody has seen to it. */
export function EchoList({ story, seq, ticks, paper, onSignedOut }: Props) {
  const look = useCallback(() => echoesAction(story, seq), [story, seq])
  const { found, problem, load, act } = useAsked<Found>(look, onSignedOut)
  // Shown at once, while the server is told.
  const [ticking, setTicking] = useState<{ place: string; ticked: boolean }>()
  const tick = async (place: string, ticked: boolean) => {
    setTicking({ place, ticked })
    await act(() => tickEchoAction(story, seq, place, ticked))
    setTicking(undefined)
  }
  if (problem) return <NotRead problem={problem} onAgain={load} />
  if (!found) return <p className="text-muted">Looking for where it may still stand…</p>
  if (found.echoes.length === 0) return <p className="text-muted">Nothing else of ours says it.</p>
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 font-medium">Where it may still stand</legend>
      {found.echoes.map((echo) => (
        <label key={echo.place} className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1 flex-none accent-accent"
            disabled={!ticks}
            checked={ticking?.place === echo.place ? ticking.ticked : echo.ticked !== null}
            onChange={(event) => void tick(echo.place, event.target.checked)}
          />
          <span className="min-w-0 wrap-anywhere">
            <Place echo={echo} />, {wheres[echo.where]}
            {echo.passages.map((passage) => (
              <q key={passage} className="block font-text text-muted">
                {passage}
              </q>
            ))}
            {echo.ticked && (
              <span className="block text-label text-quiet">
                Seen to by {echo.ticked.by}, {when(echo.ticked.at, paper)}
              </span>
            )}
          </span>
        </label>
      ))}
      {found.more && (
        <p className="text-label text-quiet">There are older working copies, which were not looked through.</p>
      )}
    </fieldset>
  )
}

function Place({ echo: { place, headline, path } }: { echo: Ticked }) {
  const copy = place.startsWith('copy:') ? `/desk/stories/${place.slice('copy:'.length)}` : null
  const href = path ?? copy
  if (!href) return headline
  return (
    <a href={href} target="_blank" rel="noreferrer" className="underline">
      {headline || 'No headline yet'}
    </a>
  )
}
