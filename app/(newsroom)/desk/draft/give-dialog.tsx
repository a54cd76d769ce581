'use client'

import { type ReactNode, useState } from 'react'

import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { readTimeAction } from '#app/(newsroom)/desk/stories/[id]/publish/plan-actions'
import { hour } from '#app/(newsroom)/desk/stories/[id]/when'
import { useAct } from '#app/(newsroom)/use-act'
import { type Chosen, WhenField } from '#app/(newsroom)/when-field'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'

import { publishDraftAction, scheduleDraftAction } from './actions'
import type { OnScreen } from './use-kept'

type Props = {
  /** What is given, as in “Publish the page About us”. */
  what: string
  /** At an hour to come. */
  later: boolean
  note?: string
  wide?: boolean
  paper: Paper
  of: OnScreen
  /** What keeps it from readers, and what its editors should know. */
  problems: { level?: 'must' | 'advice'; message: string }[]
  /** @param said what is to be read out */
  onDone: (said: string) => void
  onClose: () => void
  /** What changes for readers. */
  children: ReactNode
}

/** Gives readers what is drafted, as it stands here, now or at an hour: what changes for them, and what stands in the way. */
export function GiveDialog(props: Props) {
  const { what, later, note, wide, paper, of, problems, onDone, onClose } = props
  const { plan } = of.now
  const told = (wanted: 'must' | 'advice') =>
    problems.filter(({ level = 'must' }) => level === wanted).map(({ message }) => message)
  // What was changed last and is not saved yet may mend them.
  const faults = of.save === 'saved' ? told('must') : []
  const [at, setAt] = useState<Chosen>()
  const { state, busy, error, run } = useAct({
    onClose,
    onState: (answer) => {
      if (!answer?.ok) return
      of.keeper.accept(answer.detail)
      onDone(later && at !== undefined ? `Scheduled for ${hour(at, paper)}.` : 'Live now.')
    },
  })
  const ready = faults.length === 0 && (!later || at !== undefined)
  const send = () => {
    if (!ready || busy) return
    void run(async () => {
      if (!(await of.keeper.flush())) return { ok: false, message: 'Not done. What was changed last is not saved yet.' }
      const { version, plan: waits } = of.keeper.get().now
      return later ? scheduleDraftAction(of.ref, version, at!, waits?.id) : publishDraftAction(of.ref, version)
    })
  }
  useShortcuts({ 'Mod+Enter': send })
  const verb = later ? (at === undefined ? 'Type an hour' : `Schedule for ${hour(at, paper)}`) : 'Publish now'
  return (
    <Dialog
      title={`${later ? 'Schedule' : 'Publish'} ${what}`}
      note={later ? 'Readers get it then as it stands here now. Later changes will not slip in.' : note}
      refusal={state}
      wide={wide}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            disabled={!ready}
            aria-disabled={busy}
            onClick={send}
            data-first={later ? undefined : true}
          >
            {verb} <Kbd>Ctrl Enter</Kbd>
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {later && (
          <WhenField label="When" paper={paper} read={readTimeAction} onChoose={setAt} error={state?.fields?.at} />
        )}
        {error && !state?.fields?.at && (
          <p role="alert" className="text-withdrawn">
            {error}
          </p>
        )}
        <Told title="To be mended first" problems={faults} colour="text-withdrawn" />
        <section>
          <h3 className="mb-1.5 font-semibold">What changes for readers</h3>
          {props.children}
        </section>
        <Told title="To know" problems={told('advice')} colour="text-changes" />
        {plan && (
          <p className="text-muted">
            {later
              ? `This comes in the place of what ${plan.by} has set for ${hour(plan.dueAt.getTime(), paper)}.`
              : `At ${hour(plan.dueAt.getTime(), paper)} revision ${plan.revision}, set by ${plan.by}, takes its place, if it says anything else.`}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function Told({ title, problems, colour }: { title: string; problems: string[]; colour: string }) {
  if (!problems.length) return null
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className={`grid gap-0.5 ${colour}`}>
        {[...new Set(problems)].map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </section>
  )
}
