'use client'

import type { ReactNode } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import { useAct } from '#app/(newsroom)/use-act'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'

type Props = {
  title: string
  note?: string
  wide?: boolean
  /** What keeps it from readers, a sentence each; empty while the last change is not saved yet, as it may mend that. */
  faults: string[]
  /** Sends what is not kept yet. @returns whether all of it is */
  flush: () => Promise<boolean>
  publish: () => Promise<FormState>
  /** @param detail of the action: how it stands now */
  onDone: (detail: unknown) => void
  onClose: () => void
  /** What changes for readers. */
  children: ReactNode
}

/** Gives readers what is drafted, as it stands here: what changes for them, and what stands in the way. */
export function PublishNowDialog({ title, note, wide, faults, flush, publish, onDone, onClose, children }: Props) {
  const { state, busy, error, run } = useAct({ onClose, onState: (answer) => answer?.ok && onDone(answer.detail) })
  const send = () => {
    if (faults.length || busy) return
    void run(async () =>
      (await flush()) ? publish() : { ok: false, message: 'Not published. What was changed last is not saved yet.' },
    )
  }
  useShortcuts({ 'Mod+Enter': send })
  return (
    <Dialog
      title={title}
      note={note}
      refusal={state}
      wide={wide}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={faults.length > 0} aria-disabled={busy} onClick={send} data-first>
            Publish now <Kbd>Ctrl Enter</Kbd>
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {error && (
          <p role="alert" className="text-withdrawn">
            {error}
          </p>
        )}
        {faults.length > 0 && (
          <section>
            <h3 className="mb-1 font-semibold">To be mended first</h3>
            <ul className="grid gap-0.5 text-withdrawn">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h3 className="mb-1.5 font-semibold">What changes for readers</h3>
          {children}
        </section>
      </div>
    </Dialog>
  )
}
