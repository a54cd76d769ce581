'use client'

import { useState } from 'react'

import { AskDialog } from '#app/(newsroom)/ask-dialog'
import { type Answered, useAct } from '#app/(newsroom)/use-act'
import type { Overtaken } from '#lib/story/commands/overtaken'
import type { WithdrawReason } from '#lib/story/commands/withdraw'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TextArea, TextField } from '#lib/ui/field'
import { Notice } from '#lib/ui/notice'

import { sendBackAction, spikeAction, takeOverAction, withdrawAction } from './actions'
import { putBackAction } from './publish/plan-actions'
import { ReasonField } from './reason-field'

export type ActProps = Answered & { id: string }

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

/** Takes the story away from readers, who get a page with the note. */
export function WithdrawDialog(props: ActProps & { headline: string; path: string; last: number }) {
  const [note, setNote] = useState('')
  const [reason, setReason] = useState<WithdrawReason>('wrong')
  // As it was when one began: the page follows what colleagues do meanwhile, and of that one is told first.
  const [seen] = useState(props.last)
  const { state, busy, run } = useAct(props)
  const told = state?.detail as Overtaken | undefined
  const last = told?.code === 'overtaken' ? told.last.seq : seen
  return (
    <Dialog
      title="Withdraw this story?"
      refusal={state}
      note="Readers will get a page that says it was taken down."
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            tone="danger"
            aria-disabled={busy}
            onClick={() => run(() => withdrawAction(props.id, note, reason, last))}
          >
            Withdraw “{shortened(props.headline)}”
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {state && !state.ok && !state.fields?.note && <Notice title={state.message} />}
        <TextArea
          label="Note to readers"
          autoFocus
          rows={3}
          maxLength={500}
          value={note}
          error={state?.fields?.note}
          hint="Stands on the page instead of the story. One or two sentences, or none."
          onChange={(event) => setNote(event.target.value)}
        />
        <ReasonField label="Reason, inside the newsroom" value={reason} onChoose={setReason} />
        <p className="text-muted">
          {props.path} answers “taken down” at once. The story leaves home, sections, topics, search and feeds. The
          working copy stays here and can be published again.
        </p>
      </div>
    </Dialog>
  )
}

/** Gives readers again what they had last. */
export function PutBackDialog({ seen, ...props }: ActProps & { seen: { last: number; waits: string | null } }) {
  const [begun] = useState(seen)
  return (
    <AskDialog title="Put this story back?" verb="Put it back" act={() => putBackAction(props.id, begun)} {...props}>
      Readers get at once what they had last, with its first hour of publication and its corrections. What was changed
      here since then stays here, and waits.
    </AskDialog>
  )
}

/** Off every list but that of spiked stories; can be taken back. */
export const SpikeDialog = (props: ActProps) => (
  <AskDialog title="Spike this story?" verb="Spike it" tone="danger" act={() => spikeAction(props.id)} {...props}>
    It leaves every list but the spike, and its slug is free. Nothing of it is deleted; it can be taken off the spike.
  </AskDialog>
)

/** For the last look: nobody else writes until the story is handed back. */
export function TakeOverDialog(props: ActProps & { holder: string | undefined }) {
  const [why, setWhy] = useState('')
  const { state, busy, run } = useAct(props)
  return (
    <Dialog
      title="Take over this story?"
      note={
        props.holder
          ? `${props.holder} has it now and will only be able to read.`
          : 'Nobody else writes in it until you hand it back. It ends by itself when you have been away for 10 minutes.'
      }
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" aria-disabled={busy} onClick={() => run(() => takeOverAction(props.id, why))}>
            Take over
          </Button>
        </>
      }
    >
      <TextField
        label="Why, for the others"
        autoFocus
        maxLength={200}
        placeholder="checking the last lines"
        value={why}
        error={state?.fields?.why ?? (state?.ok ? undefined : state?.message)}
        onChange={(event) => setWhy(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void run(() => takeOverAction(props.id, why))
        }}
      />
    </Dialog>
  )
}

const shortened = (text: string) => (text.length > 28 ? `${text.slice(0, 26).trimEnd()}…` : text || 'this story')
