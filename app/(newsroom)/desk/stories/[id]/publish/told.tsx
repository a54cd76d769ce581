'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import type { WithdrawReason } from '#lib/story/commands/withdraw'
import type { ToldReaders } from '#lib/story/queries/told-readers'
import { Button } from '#lib/ui/button'

import { NotRead } from '../not-read'
import type { Paper } from '../props'
import { ReasonField } from '../reason-field'
import { useAsked } from '../use-asked'
import { when } from '../when'
import { changeName } from './change-kind'
import { EchoList } from './echo-list'
import { closeVersionAction, openVersionAction, toldReadersAction } from './told-actions'

/** As the server tells it: times in milliseconds. */
type InBrowser<Row extends { at: Date }> = Omit<Row, 'at'> & { at: number }
type Version = InBrowser<ToldReaders['versions'][number]>
type Found = {
  versions: Version[]
  corrections: InBrowser<ToldReaders['corrections'][number]>[]
  publishes: boolean
}
type Props = { story: string; paper: Paper; onSignedOut: () => void }

/** What readers have been told of changes, where corrected words may still stand, and which versions they may compare. */
export function Told({ story, paper, onSignedOut }: Props) {
  const look = useCallback(() => toldReadersAction(story), [story])
  const { found, problem, load, act } = useAsked<Found>(look, onSignedOut)
  return (
    <div className="mt-2 grid gap-3">
      {problem && <NotRead problem={problem} onAgain={load} />}
      {!found && !problem && <p className="text-muted">Looking for versions…</p>}
      {found?.corrections.map(({ seq, kind, note, at }) => (
        <section key={seq} aria-label={`${changeName(kind)}, ${when(at, paper)}`} className="grid gap-1.5">
          <p>
            <b className="font-medium">
              {changeName(kind)}, {when(at, paper)}.
            </b>{' '}
            <span className="wrap-anywhere text-muted">{note}</span>
          </p>
          <EchoList {...{ story, seq, paper, onSignedOut }} ticks={found.publishes} />
        </section>
      ))}
      {found && (
        <ul aria-label="Versions that readers may compare" className="grid gap-2">
          {found.versions.map((version) => (
            <VersionItem
              key={version.number}
              version={version}
              paper={paper}
              mayClose={found.publishes}
              onClose={(reason) => act(() => closeVersionAction(story, version.number, reason))}
              onOpen={() => act(() => openVersionAction(story, version.number))}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function VersionItem(props: {
  version: Version
  paper: Paper
  mayClose: boolean
  onClose: (reason: string) => Promise<FormState>
  onOpen: () => Promise<FormState>
}) {
  const { number, at, change, closed, now } = props.version
  const [asks, setAsks] = useState(false)
  const [reason, setReason] = useState<WithdrawReason>('wrong')
  const [busy, setBusy] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  const drawn = useRef(false)
  // What was pressed is gone with what it asked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them changes what there is to press
  useEffect(() => {
    if (drawn.current && document.activeElement === document.body)
      item.current?.querySelector<HTMLElement>('select, button')?.focus()
    drawn.current = true
  }, [asks, closed])
  const run = async (act: () => Promise<FormState>) => {
    if (busy) return
    setBusy(true)
    await act()
    setBusy(false)
    setAsks(false)
  }
  return (
    <li ref={item} className="grid gap-1.5">
      <p className="flex items-baseline gap-2">
        <span>
          Version {number}: {change ? changeName(change).toLowerCase() : 'as first published'}, {when(at, props.paper)}
        </span>
        <span className="ms-auto flex-none text-label text-quiet">
          {now ? 'What readers read' : closed ? 'Closed' : ''}
        </span>
      </p>
      {props.mayClose && !now && !asks && (
        <div>
          {closed ? (
            <Button small aria-disabled={busy} onClick={() => run(props.onOpen)}>
              Open version {number} again
            </Button>
          ) : (
            <Button small onClick={() => setAsks(true)}>
              Close version {number}…
            </Button>
          )}
        </div>
      )}
      {asks && (
        <div className="grid gap-2">
          <ReasonField
            label={`Why version ${number} is closed`}
            hint="For the audit. Readers are told that it was closed, not what it said or why."
            value={reason}
            onChoose={setReason}
          />
          <p className="flex gap-1.5">
            <Button small tone="danger" aria-disabled={busy} onClick={() => run(() => props.onClose(reason))}>
              Close it to readers
            </Button>
            <Button small onClick={() => setAsks(false)}>
              Cancel
            </Button>
          </p>
        </div>
      )}
    </li>
  )
}
