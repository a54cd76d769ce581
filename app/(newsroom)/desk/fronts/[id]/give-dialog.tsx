'use client'

import { useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { readTimeAction } from '#app/(newsroom)/desk/stories/[id]/publish/plan-actions'
import { hour } from '#app/(newsroom)/desk/stories/[id]/when'
import { useAct } from '#app/(newsroom)/use-act'
import { type Chosen, WhenField } from '#app/(newsroom)/when-field'
import type { FrontNow } from '#lib/front/queries/screen'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'

import { publishFrontAction, scheduleFrontAction } from './actions'
import { ChangesList } from './changes-list'
import type { FrontHandle } from './use-front'

type Props = {
  front: FrontHandle
  paper: Paper
  /** At an hour to come. */
  later: boolean
  onDone: (said: string) => void
  onClose: () => void
}

/** Gives readers the front as it stands here, now or at an hour: what changes for them, and what stands in the way. */
export function GiveDialog({ front, paper, later, onDone, onClose }: Props) {
  const { id, now, keeper, changes, stories, names } = front
  const [at, setAt] = useState<Chosen>()
  const { state, busy, error, run } = useAct({
    onClose,
    onState: (answer) => {
      if (!answer?.ok) return
      keeper.accept(answer.detail as FrontNow)
      onDone(later && at !== undefined ? `Scheduled for ${hour(at, paper)}.` : 'Live now.')
    },
  })
  const musts = now.problems.filter(({ level }) => level === 'must')
  const advice = now.problems.filter(({ level }) => level !== 'must')
  const ready = musts.length === 0 && (!later || at !== undefined)
  const send = () => {
    if (!ready || busy) return
    void run(async (): Promise<FormState> => {
      if (!(await keeper.flush())) return { ok: false, message: 'Not done. What was changed last is not saved yet.' }
      const { version, plan } = keeper.get().now
      return later ? scheduleFrontAction(id, version, at!, plan?.id) : publishFrontAction(id, version)
    })
  }
  useShortcuts({ 'Mod+Enter': send })
  const verb = later ? (at === undefined ? 'Type an hour' : `Schedule for ${hour(at, paper)}`) : 'Publish now'
  return (
    <Dialog
      title={later ? `Schedule the front ${now.name}` : `Publish the front ${now.name}`}
      note={later ? 'Readers get it then as it stands here now. Later changes will not slip in.' : undefined}
      refusal={state}
      wide
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
        <Told title="To be mended first" problems={musts} colour="text-withdrawn" />
        <section>
          <h3 className="mb-1.5 font-semibold">What changes for readers</h3>
          <ChangesList {...{ changes, stories, names }} none="Nothing: readers have all of this." />
        </section>
        <Told title="To know" problems={advice} colour="text-changes" />
        {now.plan && (
          <p className="text-muted">
            {later
              ? `This comes in the place of what ${now.plan.by} has set for ${hour(now.plan.dueAt.getTime(), paper)}.`
              : `At ${hour(now.plan.dueAt.getTime(), paper)} revision ${now.plan.revision}, set by ${now.plan.by}, takes its place.`}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function Told({ title, problems, colour }: { title: string; problems: FrontNow['problems']; colour: string }) {
  if (!problems.length) return null
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className={`grid gap-0.5 ${colour}`}>
        {problems.map(({ check, container, place, message }) => (
          <li key={`${check} ${container} ${place}`}>{message}</li>
        ))}
      </ul>
    </section>
  )
}
