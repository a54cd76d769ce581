'use client'

import { type FormEvent, useEffect, useState } from 'react'

import { StateMark } from '#app/(newsroom)/state-mark'
import { Button } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'
import { TextField } from '#lib/ui/field'
import { late } from '#lib/ui/late'
import { Notice } from '#lib/ui/notice'

import type { Paper, StoryProps } from '../props'
import { moment } from './moment'
import type { History } from './use-history'
import { type Listed, reasonOf } from './versions'

// Few ask for it, and what it is made of is needed nowhere else.
const ActsPart = late(() => import('./acts-part').then((module) => module.ActsPart))

type Props = { history: History; story: StoryProps; edits: boolean; paper: Paper }

/** All versions that were kept of a story, newest first. */
export function HistoryTab({ history, story, edits, paper }: Props) {
  const { list, problem, done, load, setDoing } = history
  const live = story.live?.revision
  // What readers have changes with a publication, which keeps a version.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when readers have another
  useEffect(() => void load(), [load, live])
  return (
    <div className="grid gap-3 px-4 py-3">
      {edits && <Keep onKeep={history.keep} />}
      <div role="status" className="empty:hidden">
        {done && (
          <div className="rounded-control border border-s-3 border-line border-s-live bg-surface px-3.5 py-2.5">
            <p className="font-semibold">{done.message}</p>
            {done.restore !== undefined && edits && (
              <Button small className="mt-1.5" onClick={() => setDoing({ restore: done.restore })}>
                Undo: restore revision {done.restore}…
              </Button>
            )}
          </div>
        )}
      </div>
      {problem && (
        <Notice title={problem}>
          <Button small onClick={() => void load()}>
            Try again
          </Button>
        </Notice>
      )}
      {live !== undefined && (
        <Button onClick={() => setDoing({ compare: { was: live, is: 'now' } })}>Compare with what readers see</Button>
      )}
      {!list && !problem && <p className="text-muted">Looking for versions…</p>}
      {list?.revisions.length === 0 && (
        <Empty title="No versions yet.">
          One is kept at each publication, at the end of each spell of work, and when you name one.
        </Empty>
      )}
      {list && list.revisions.length > 0 && (
        <ol aria-label="Versions" className="-mx-4 border-t border-line">
          {list.revisions.map((one) => (
            <Item key={one.number} one={one} edits={edits} paper={paper} history={history} />
          ))}
        </ol>
      )}
      {list?.more && <Button onClick={() => void history.loadMore()}>Show older versions</Button>}
      {story.may.publish && <ActsPart story={story.id} paper={paper} />}
    </div>
  )
}

/** Under its name stands why it was kept; without one that is what it is called. */
function Item({ one, edits, paper, history }: { one: Listed; edits: boolean; paper: Paper; history: History }) {
  const { number, name, at, people, words } = one
  const reason = reasonOf(one)
  return (
    <li className="grid gap-1 border-b border-line px-4 py-2.5">
      <p className="flex items-baseline gap-2">
        <b className="min-w-0 wrap-anywhere">{name || reason}</b>
        <span className="ms-auto text-label text-quiet">
          <span className="sr-only">Revision </span>
          {number}
        </span>
      </p>
      <p className="text-muted">
        {people.join(', ') || 'The system'}, {moment(at, paper)}
        {words !== null && `, ${words.toLocaleString('en-GB')} ${words === 1 ? 'word' : 'words'}`}
      </p>
      {(name || one.live) && (
        <p className="flex flex-wrap gap-x-3 text-label text-quiet">
          {name && one.why !== 'named' && reason}
          {one.live && <StateMark state="live">Readers see this</StateMark>}
        </p>
      )}
      <p className="mt-0.5 flex flex-wrap gap-1.5">
        <Button
          small
          onClick={() => history.setDoing({ compare: { was: number, is: 'now' } })}
          aria-label={`Compare revision ${number} with the working copy`}
        >
          Compare
        </Button>
        {edits && (
          <Button small onClick={() => history.setDoing({ restore: number })} aria-label={`Restore revision ${number}`}>
            Restore…
          </Button>
        )}
      </p>
    </li>
  )
}

function Keep({ onKeep }: { onKeep: (name: string) => Promise<string | undefined> }) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const refused = await onKeep(name)
    setBusy(false)
    setError(refused)
    if (refused === undefined) setName('')
  }
  return (
    <form onSubmit={keep} className="flex items-end gap-2 has-aria-invalid:items-start">
      <div className="min-w-0 flex-1">
        <TextField
          label="Keep this version as"
          placeholder="Before the lawyer"
          maxLength={120}
          value={name}
          error={error}
          onChange={(event) => {
            setName(event.target.value)
            setError(undefined)
          }}
        />
      </div>
      <Button type="submit" aria-disabled={busy} className={error ? 'mt-6' : ''}>
        {busy ? 'Keeping…' : 'Keep'}
      </Button>
    </form>
  )
}
