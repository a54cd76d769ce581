'use client'

import { useState } from 'react'

import { EntryNotes } from '#app/(newsroom)/admin/audit/entry-notes'
import type { Told } from '#lib/audit/queries/tell'
import { Button } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

import type { Paper } from '../props'
import { when } from '../when'
import { listActsAction } from './actions'

type Act = Pick<Told, 'seq' | 'who' | 'words' | 'changes' | 'notes'> & { at: number }
type List = { acts: Act[]; next?: number }

/** All that the audit has of the story, for who may publish it: asked for when it is opened. */
export function ActsPart({ story, paper }: { story: string; paper: Paper }) {
  const [list, setList] = useState<List>()
  const [problem, setProblem] = useState<string>()
  const load = async (behind: Act[] = []) => {
    const state = await listActsAction(story, behind.at(-1)?.seq).catch(() => null)
    setProblem(state?.ok ? undefined : (state?.message ?? 'The server was not reached.'))
    if (!state?.ok) return
    const { acts, next } = state.detail as List
    setList({ acts: [...behind, ...acts], next })
  }
  return (
    <details className="border-t border-line pt-3" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary className="font-semibold">Who did what</summary>
      {problem && (
        <Notice title={problem}>
          <Button small onClick={() => void load(list?.acts)}>
            Try again
          </Button>
        </Notice>
      )}
      {!list && !problem && <p className="mt-2 text-muted">Looking in the audit…</p>}
      {list?.acts.length === 0 && <p className="mt-2 text-muted">Nothing is kept of this story any more.</p>}
      {list && list.acts.length > 0 && (
        <ol aria-label="Who did what" className="mt-1">
          {list.acts.map((act) => (
            <li key={act.seq} className="border-b border-line py-2 last:border-0">
              <p className="wrap-anywhere">
                <b>{act.who}</b> {act.words}
              </p>
              <p className="text-label text-quiet">
                <time dateTime={new Date(act.at).toISOString()}>{when(act.at, paper)}</time>
              </p>
              <div className="text-muted wrap-anywhere">
                <EntryNotes row={act} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {list?.next && (
        <Button small onClick={() => void load(list.acts)}>
          Show older acts
        </Button>
      )}
    </details>
  )
}
