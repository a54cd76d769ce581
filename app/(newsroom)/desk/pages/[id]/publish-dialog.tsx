'use client'

import type { FormState } from '#app/(newsroom)/answer'
import { useAct } from '#app/(newsroom)/use-act'
import type { PageNow } from '#lib/page/queries/page'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'

import { publishPageAction } from './actions'
import { ChangesPart } from './changes-part'
import type { DialogProps } from './page-dialogs'

/** Gives readers the page as it stands here: what changes for them, and what stands in the way. */
export function PublishDialog({ page, paper, onDone, onClose }: DialogProps) {
  const { id, now, content, keeper, save } = page
  const { state, busy, error, run } = useAct({
    onClose,
    onState: (answer) => {
      if (!answer?.ok) return
      keeper.accept(answer.detail as PageNow)
      onDone('Live now.')
    },
  })
  const ready = save !== 'saved' || now.problems.length === 0
  const send = () => {
    if (!ready || busy) return
    void run(async (): Promise<FormState> => {
      if (!(await keeper.flush()))
        return { ok: false, message: 'Not published. What was changed last is not saved yet.' }
      return publishPageAction(id, keeper.get().now.version)
    })
  }
  useShortcuts({ 'Mod+Enter': send })
  return (
    <Dialog
      title={`Publish the page ${content.title || '(no title yet)'}`}
      note={now.live ? undefined : `Readers will find it at /${content.slug}.`}
      refusal={state}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!ready} aria-disabled={busy} onClick={send} data-first>
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
        {!ready && (
          <section>
            <h3 className="mb-1 font-semibold">To be mended first</h3>
            <ul className="grid gap-0.5 text-withdrawn">
              {now.problems.map(({ field, message }) => (
                <li key={field}>{message}</li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h3 className="mb-1.5 font-semibold">What changes for readers</h3>
          <ChangesPart was={now.readers} is={content} paper={paper} none="Nothing: readers have all of this." />
        </section>
      </div>
    </Dialog>
  )
}
