'use client'

import { type FormEvent, useCallback, useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import { longestLabel, previewHours } from '#lib/preview/lengths'
import { Button } from '#lib/ui/button'
import { CopyLine } from '#lib/ui/copy-line'
import { SelectField, TextField } from '#lib/ui/field'
import { Notice } from '#lib/ui/notice'

import { NotRead } from '../not-read'
import type { Paper } from '../props'
import { useAsked } from '../use-asked'
import { listPreviewLinksAction, makePreviewLinkAction, revokePreviewLinkAction } from './actions'
import { LinkCard, type PreviewLink } from './link-card'

type Props = {
  story: string
  /** Whether new ones may be made now. */
  makes: boolean
  /** Waits until the server has all that is on this screen. */
  sent: () => Promise<unknown>
  paper: Paper
  onShow: (block: string) => void
  onSignedOut: () => void
}

/** Makes links, lists them with what was answered, and takes them back. */
export function Links({ story, makes, sent, paper, onShow, onSignedOut }: Props) {
  const look = useCallback(() => listPreviewLinksAction(story), [story])
  const { found: links, problem, load, act } = useAsked<PreviewLink[]>(look, onSignedOut)
  const make = async (label: string, hours: number): Promise<FormState> => {
    try {
      await sent()
    } catch {
      return { ok: false, message: 'Not made: the last of your text has not reached the server.' }
    }
    return act(() => makePreviewLinkAction(story, label, hours), true)
  }
  return (
    <div className="mt-2 grid gap-3">
      {makes && <Make onMake={make} />}
      {problem && <NotRead problem={problem} onAgain={load} />}
      {!links && !problem && <p className="text-muted">Looking for links…</p>}
      {links?.length === 0 && (
        <p className="text-muted">
          No links yet. A lawyer or a source reads the story by one, and answers, without an account.
        </p>
      )}
      {links && links.length > 0 && (
        <ul aria-label="Preview links" className="-mx-4 border-t border-line">
          {links.map((link) => (
            <LinkCard
              key={link.id}
              link={link}
              paper={paper}
              onShow={onShow}
              onRevoke={() => act(() => revokePreviewLinkAction(link.id))}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

const inWords = (hours: number) =>
  ({ 24: 'A day', 72: '3 days', 168: 'A week', 336: '2 weeks' })[hours] ?? `${hours} hours`

function Make({ onMake }: { onMake: (label: string, hours: number) => Promise<FormState> }) {
  const [label, setLabel] = useState('')
  const [hours, setHours] = useState(previewHours[1] ?? 72)
  const [state, setState] = useState<FormState>(null)
  const [busy, setBusy] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const made = await onMake(label, hours)
    setBusy(false)
    setState(made)
    if (made?.ok) setLabel('')
  }
  const link = state?.ok ? (state.detail as { address: string; revision: number }) : undefined
  return (
    <form onSubmit={make} aria-label="Make a preview link" className="grid gap-2">
      <TextField
        label="For whom"
        placeholder="The lawyer"
        maxLength={longestLabel}
        value={label}
        error={state?.fields?.label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <SelectField label="Works for" value={hours} onChange={(event) => setHours(Number(event.target.value))}>
        {previewHours.map((one) => (
          <option key={one} value={one}>
            {inWords(one)}
          </option>
        ))}
      </SelectField>
      <div>
        <Button type="submit" aria-disabled={busy}>
          {busy ? 'Making…' : 'Make a link'}
        </Button>
      </div>
      {state && !state.ok && !state.fields?.label && <Notice title={state.message} />}
      <div role="status" className="empty:hidden">
        {link && (
          <div className="grid gap-1">
            <CopyLine label={`Preview link to revision ${link.revision}`} value={link.address} />
            <p className="text-label text-quiet">
              Shown this once. Whoever has it reads revision {link.revision}, and nothing that is written later.
            </p>
          </div>
        )}
      </div>
    </form>
  )
}
