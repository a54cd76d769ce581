'use client'

import { useCallback, useEffect, useState } from 'react'

import { Button } from '#lib/ui/button'

import { Section } from '../fields/field-parts'
import { NotRead } from '../not-read'
import type { Paper } from '../props'
import { useAsked } from '../use-asked'
import { when } from '../when'
import { askProofAgainAction, proofAction } from './proof-actions'
import { isRed, ProofTable } from './proof-table'
import { type Found, ProofWords } from './proof-words'

/** Milliseconds between looks while the addresses are asked. */
const POLL = 1000
/** The longest that one waits in the open page for caches outside: an hour. */
const LONGEST = 3_600_000

/** Whether a withdrawn story is gone: what each public address of the paper answered. */
export function Proof({ story, paper, onSignedOut }: { story: string; paper: Paper; onSignedOut: () => void }) {
  // The page is made anew when a colleague has it asked again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hour of the page is another look
  const look = useCallback(() => proofAction(story), [story, paper.now])
  const { found, problem, load, act } = useAsked<Found | null>(look, onSignedOut)
  useAgain(found, load)
  // As somebody has left it, also while it is asked again.
  const [open, setOpen] = useState<boolean>()
  const wanted = found?.rows.some(isRed)
  if (found === null) return null
  return (
    <Section
      title="Is it gone?"
      end={found && <AskAgain found={found} onAsk={() => act(() => askProofAgainAction(story))} />}
    >
      <div className="grid gap-2.5">
        {problem && <NotRead problem={problem} onAgain={load} />}
        {!found && !problem && <p className="text-muted">Looking for answers…</p>}
        {found && <ProofWords found={found} paper={paper} />}
        {found && found.state !== 'asking' && found.rows.length > 0 && (
          <details
            open={open ?? wanted}
            onToggle={({ currentTarget }) => setOpen(currentTarget.open === wanted ? undefined : currentTarget.open)}
          >
            <summary>What each address answered</summary>
            <ProofTable rows={found.rows} elsewhere={found.elsewhere} />
          </details>
        )}
        {found && found.state === 'ended' && found.askedAt !== null && (
          <p className="text-label text-quiet">
            Asked {when(found.askedAt, paper)} {found.by ? `for ${found.by}` : 'by Stet, after the withdrawal'}.
          </p>
        )}
      </div>
    </Section>
  )
}

function AskAgain({ found, onAsk }: { found: Found; onAsk: () => Promise<unknown> }) {
  const [busy, setBusy] = useState(false)
  if (!found.mayAsk) return null
  // It stays while they are asked, or who has pressed it by the keyboard would be nowhere.
  const waits = busy || found.state === 'asking'
  const ask = async () => {
    if (waits) return
    setBusy(true)
    await onAsk()
    setBusy(false)
  }
  return (
    <Button small aria-disabled={waits} onClick={ask}>
      {found.state === 'none' ? 'Ask now' : 'Ask again'}
    </Button>
  )
}

/** Looks again while it is under way, and when Stet has asked again by itself. */
function useAgain(found: Found | null | undefined, load: () => Promise<void>) {
  useEffect(() => {
    const at = found?.state === 'asking' ? 0 : found?.againAt
    if (at === null || at === undefined) return
    const wait = Math.min(Math.max(POLL, at - Date.now() + POLL), LONGEST)
    const timer = setTimeout(() => void load(), wait)
    return () => clearTimeout(timer)
  }, [found, load])
}
