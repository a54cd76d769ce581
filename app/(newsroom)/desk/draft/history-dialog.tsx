'use client'

import { type ReactNode, useEffect, useState } from 'react'

import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { when } from '#app/(newsroom)/desk/stories/[id]/when'
import { useAct } from '#app/(newsroom)/use-act'
import type { DraftVersion } from '#lib/draft/queries/versions'
import { type DraftRef, readRef } from '#lib/draft/ref'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

import { listVersionsAction, readVersionAction, restoreDraftAction } from './actions'
import type { OnScreen } from './use-kept'

const was: Record<DraftVersion['was'], string> = {
  readers: 'readers had it',
  scheduled: 'scheduled',
  kept: 'kept before another was restored',
}

type Props<Read> = {
  of: OnScreen
  paper: Paper
  /** What it would change in the draft. */
  show: (read: Read) => ReactNode
  /** @param said what is to be read out */
  onDone: (said: string) => void
  onClose: () => void
}

/** Revisions, newest first; one that is chosen is compared with the draft, and may be put back into it. */
export function HistoryDialog<Read>({ of: { ref, keeper }, paper, show, onDone, onClose }: Props<Read>) {
  const { listed, problem, more } = useVersions(ref)
  const [chosen, setChosen] = useState<number>()
  const [read, setRead] = useState<Read>()
  const act = useAct({
    onClose,
    onState: (answer) => {
      if (!answer?.ok) return
      keeper.accept(answer.detail)
      onDone(`Revision ${chosen} is in the draft. Readers get nothing of it yet.`)
    },
  })
  const open = async (number: number) => {
    setChosen(number)
    setRead(undefined)
    const state = await readVersionAction(ref, number).catch(() => null)
    if (state?.ok) setRead(state.detail as Read)
  }
  const restore = () =>
    act.run(async () => {
      if (!(await keeper.flush()))
        return { ok: false, message: 'Not restored. What was changed last is not saved yet.' }
      return restoreDraftAction(ref, chosen ?? 0, keeper.get().now.version)
    })
  return (
    <Dialog
      title="History"
      note="What was published or scheduled, and what stood before an earlier one was restored."
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button tone="primary" disabled={!read} aria-disabled={act.busy} onClick={restore}>
            {chosen === undefined ? 'Restore into the draft' : `Restore revision ${chosen} into the draft`}
          </Button>
        </>
      }
    >
      {(problem || act.error) && (
        <p role="alert" className="mb-2 text-withdrawn">
          {problem ?? act.error}
        </p>
      )}
      <div className="grid min-h-[40dvh] content-start gap-4 phone:grid-cols-[240px_minmax(0,1fr)]">
        <div>
          {listed?.versions.length === 0 && (
            <p className="text-muted">
              No version was kept yet. The first is, when the {readRef(ref).kind} is published or scheduled.
            </p>
          )}
          <ul aria-label="Revisions" className="grid gap-0.5">
            {listed?.versions.map((version) => (
              <li key={version.number}>
                <button
                  type="button"
                  aria-pressed={version.number === chosen}
                  onClick={() => void open(version.number)}
                  className="w-full rounded-control px-2 py-1.5 text-start hover:bg-sunk aria-pressed:bg-accent-wash"
                >
                  <b>Revision {version.number}</b>
                  <span className="block text-label text-quiet">
                    {when(version.at.getTime(), paper)}
                    {version.by ? ` by ${version.by}` : ''}, {was[version.was]}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {more && (
            <Button small className="mt-2" onClick={more}>
              Older
            </Button>
          )}
        </div>
        <section aria-live="polite">
          {chosen === undefined && <p className="text-muted">Choose one to see what it would change in the draft.</p>}
          {read !== undefined && show(read)}
        </section>
      </div>
    </Dialog>
  )
}

function useVersions(ref: DraftRef) {
  type Listed = { versions: DraftVersion[]; next?: number }
  const [listed, setListed] = useState<Listed>()
  const [problem, setProblem] = useState<string>()
  const load = async (before?: number) => {
    const state = await listVersionsAction(ref, before).catch(() => null)
    setProblem(state?.ok ? undefined : (state?.message ?? 'The server was not reached.'))
    if (!state?.ok) return
    const page = state.detail as Listed
    setListed((had) => ({ ...page, versions: [...(before && had ? had.versions : []), ...page.versions] }))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the dialog opens
  useEffect(() => void load(), [])
  const next = listed?.next
  return { listed, problem, more: next === undefined ? undefined : () => void load(next) }
}
