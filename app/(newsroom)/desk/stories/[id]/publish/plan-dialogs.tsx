'use client'

import { useState } from 'react'
import { AskDialog } from '#app/(newsroom)/ask-dialog'
import { useAct } from '#app/(newsroom)/use-act'
import { type Chosen, WhenField } from '#app/(newsroom)/when-field'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Radio, TextField } from '#lib/ui/field'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'
import type { ActProps } from '../note-dialogs'
import type { Paper, StoryProps } from '../props'
import { hour } from '../when'
import {
  embargoAction,
  expiryAction,
  liftEmbargoAction,
  readTimeAction,
  rescheduleAction,
  unscheduleAction,
} from './plan-actions'
import type { PlanAsked } from './plans-now'

type Props = ActProps & { asked: PlanAsked; story: StoryProps; paper: Paper }

/** Sets, changes and takes off what is planned for an hour. */
export function PlanDialog({ asked, ...props }: Props) {
  if (asked === 'embargo') return <EmbargoDialog {...props} />
  if (asked === 'publish-time' || asked === 'expiry') return <HourDialog {...props} what={asked} />
  return <OffDialog {...props} what={asked} />
}

type Part = Omit<Props, 'asked'>

/** Another hour for what is scheduled, or an hour at which readers lose the story. */
function HourDialog({ what, story, paper, ...act }: Part & { what: 'publish-time' | 'expiry' }) {
  const plan = what === 'expiry' ? story.plans.withdraw : story.plans.publish
  const [at, setAt] = useState<Chosen>(plan?.at)
  const { error, state, busy, run } = useAct(act)
  const words =
    what === 'publish-time'
      ? { title: 'Another hour', note: 'What is published stays as it was pinned.', verb: 'Schedule for' }
      : {
          title: plan ? 'Another hour to expire' : 'Let it expire',
          note: 'At that hour readers get a page that says it was taken down, without a note.',
          verb: 'Expires',
        }
  const send = () => {
    if (at !== undefined) void run(() => (plan ? rescheduleAction(plan.id, at) : expiryAction(act.id, at)))
  }
  useShortcuts({ 'Mod+Enter': send })
  return (
    <Dialog
      title={words.title}
      note={words.note}
      refusal={state}
      onClose={act.onClose}
      foot={
        <>
          <Button onClick={act.onClose}>Cancel</Button>
          <Button tone="primary" disabled={at === undefined} aria-disabled={busy} onClick={send}>
            {at === undefined ? 'Type an hour' : `${words.verb} ${hour(at, paper)}`} <Kbd>Ctrl Enter</Kbd>
          </Button>
        </>
      }
    >
      <WhenField
        label="When"
        first
        read={readTimeAction}
        paper={paper}
        onChoose={setAt}
        error={state?.fields?.at}
        initial={plan ?? undefined}
      />
      {error && !state?.fields?.at && <Fault>{error}</Fault>}
    </Dialog>
  )
}

/** Until when nothing of the story is published, whose wish that is, and why. */
function EmbargoDialog({ story, paper, ...act }: Part) {
  const { embargo } = story.plans
  const ends = embargo?.until ?? undefined
  const [open, setOpen] = useState(embargo?.until === null)
  const [until, setUntil] = useState<Chosen>(ends?.at)
  const [why, setWhy] = useState(embargo?.why ?? '')
  const { error, state, busy, run } = useAct(act)
  const ready = open || until !== undefined
  const send = () => {
    if (ready) void run(() => embargoAction(act.id, open ? null : (until ?? null), why))
  }
  useShortcuts({ 'Mod+Enter': send })
  return (
    <Dialog
      title={embargo ? 'Change the embargo' : 'Embargo'}
      refusal={state}
      note="Before it ends nobody publishes the story, nor schedules it. Its end publishes nothing."
      onClose={act.onClose}
      foot={
        <>
          <Button onClick={act.onClose}>Cancel</Button>
          <Button tone="primary" disabled={!ready} aria-disabled={busy} onClick={send}>
            {!ready ? 'Type an hour' : open ? 'Embargo until it is lifted' : `Embargo until ${hour(until!, paper)}`}{' '}
            <Kbd>Ctrl Enter</Kbd>
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <fieldset>
          <legend className="sr-only">Its end</legend>
          <Radio name="end" label="Until an hour" checked={!open} onChange={() => setOpen(false)} />
          <Radio name="end" label="Until somebody lifts it" checked={open} onChange={() => setOpen(true)} />
        </fieldset>
        {!open && (
          <WhenField
            label="It ends"
            first
            read={readTimeAction}
            paper={paper}
            onChoose={setUntil}
            error={state?.fields?.until}
            initial={ends}
          />
        )}
        <TextField
          label="Whose it is, and why"
          placeholder="Ministry of Health, until the report is out"
          value={why}
          maxLength={200}
          error={state?.fields?.why}
          onChange={(event) => setWhy(event.target.value)}
        />
        {error && !state?.fields?.why && !state?.fields?.until && <Fault>{error}</Fault>}
      </div>
    </Dialog>
  )
}

const offs = {
  lift: {
    title: 'Lift the embargo?',
    told: 'The story may be published and scheduled at once. Nothing is published by this.',
    verb: 'Lift it',
  },
  'take-off-publish': {
    title: 'Take the schedule off?',
    told: 'Nothing is published at that hour. The revision that was pinned stays in the history; it can be scheduled again.',
    verb: 'Take it off',
  },
  'take-off-expiry': {
    title: 'Take the expiry off?',
    told: 'Readers keep the story.',
    verb: 'Take it off',
  },
}

function OffDialog({ what, story, paper, ...act }: Part & { what: keyof typeof offs }) {
  const { title, told, verb } = offs[what]
  const plan = what === 'take-off-publish' ? story.plans.publish : story.plans.withdraw
  const send = () => (what === 'lift' ? liftEmbargoAction(act.id) : unscheduleAction(plan?.id ?? ''))
  const note = what === 'lift' || !plan ? undefined : `It is set for ${hour(plan.at, paper)} by ${plan.by}.`
  return (
    <AskDialog {...{ title, note, verb }} leave="Leave it" tone="danger" act={send} {...act}>
      {told}
    </AskDialog>
  )
}

const Fault = ({ children }: { children: string }) => (
  <p role="alert" className="mt-2 text-withdrawn">
    {children}
  </p>
)
