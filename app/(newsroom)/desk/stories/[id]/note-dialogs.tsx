'use client'

import { useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import type { WithdrawReason } from '#lib/story/commands/withdraw'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { SelectField, TextArea } from '#lib/ui/field'

import { sendBackAction, spikeAction, withdrawAction } from './actions'
import { putBackAction } from './publish/plan-actions'

export type ActProps = { id: string; onClose: () => void; onState: (state: FormState) => void }

/** Runs an act of a dialog: done closes it, a refusal stays in it. */
export function useAct({ onClose, onState }: ActProps) {
  const [state, setState] = useState<FormState>(null)
  const [busy, setBusy] = useState(false)
  const run = async (act: () => Promise<FormState>) => {
    if (busy) return
    setBusy(true)
    const next = await act().catch(
      (): FormState => ({ ok: false, message: 'The server was not reached. Nothing was done.' }),
    )
    setBusy(false)
    onState(next)
    if (next?.ok) onClose()
    else setState(next)
  }
  return { state, busy, run, error: state?.fields?.note ?? state?.message }
}

/** Back to its writer, who reads the note above the checks. */
export function SendBackDialog(props: ActProps & { to: string }) {
  const [note, setNote] = useState('')
  const { error, busy, run } = useAct(props)
  return (
    <Dialog
      title="Send back"
      note={`${props.to} reads the note beside the text. The story becomes a draft again.`}
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" aria-disabled={busy} onClick={() => run(() => sendBackAction(props.id, note))}>
            Send back
          </Button>
        </>
      }
    >
      <TextArea
        label="What is missing"
        autoFocus
        rows={4}
        maxLength={1000}
        value={note}
        error={error}
        onChange={(event) => setNote(event.target.value)}
      />
    </Dialog>
  )
}

/** Why something is taken from readers. */
export const withdrawWords: Record<WithdrawReason, string> = {
  wrong: 'It was wrong',
  legal: 'Legal',
  privacy: 'Privacy',
  rights: 'Rights',
  mistake: 'Published by mistake',
  other: 'Other',
}

/** Takes the story away from readers, who get a page with the note. */
export function WithdrawDialog(props: ActProps & { headline: string; path: string; last: number }) {
  const [note, setNote] = useState('')
  const [reason, setReason] = useState<WithdrawReason>('wrong')
  const { error, busy, run } = useAct(props)
  return (
    <Dialog
      title="Withdraw this story?"
      note="Readers will get a page that says it was taken down."
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            tone="danger"
            aria-disabled={busy}
            onClick={() => run(() => withdrawAction(props.id, note, reason, props.last))}
          >
            Withdraw “{shortened(props.headline)}”
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <TextArea
          label="Note to readers"
          autoFocus
          rows={3}
          maxLength={500}
          value={note}
          error={error}
          hint="Stands on the page instead of the story. One or two sentences, or none."
          onChange={(event) => setNote(event.target.value)}
        />
        <SelectField
          label="Reason, inside the newsroom"
          value={reason}
          onChange={(event) => setReason(event.target.value as WithdrawReason)}
        >
          {Object.entries(withdrawWords).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </SelectField>
        <p className="text-muted">
          {props.path} answers “taken down” at once. The story leaves home, sections, topics, search and feeds. The
          working copy stays here and can be published again.
        </p>
      </div>
    </Dialog>
  )
}

/** Gives readers again what they had last. */
export function PutBackDialog(props: ActProps) {
  const { error, busy, run } = useAct(props)
  return (
    <Dialog
      title="Put this story back?"
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" data-first aria-disabled={busy} onClick={() => run(() => putBackAction(props.id))}>
            Put it back
          </Button>
        </>
      }
    >
      <p>
        Readers get at once what they had last, with its first hour of publication and its corrections. What was changed
        here since then stays here, and waits.
      </p>
      {error && (
        <p role="alert" className="mt-2 text-withdrawn">
          {error}
        </p>
      )}
    </Dialog>
  )
}

/** Off every list but that of spiked stories; can be taken back. */
export function SpikeDialog(props: ActProps) {
  const { error, busy, run } = useAct(props)
  return (
    <Dialog
      title="Spike this story?"
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="danger" aria-disabled={busy} onClick={() => run(() => spikeAction(props.id))}>
            Spike it
          </Button>
        </>
      }
    >
      <p>
        It leaves every list but the spike, and its slug is free. Nothing of it is deleted; it can be taken off the
        spike.
      </p>
      {error && (
        <p role="alert" className="mt-2 text-withdrawn">
          {error}
        </p>
      )}
    </Dialog>
  )
}

const shortened = (text: string) => (text.length > 28 ? `${text.slice(0, 26).trimEnd()}…` : text || 'this story')
