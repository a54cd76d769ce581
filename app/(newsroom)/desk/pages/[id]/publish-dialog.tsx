'use client'

import { GiveDialog } from '#app/(newsroom)/desk/give-dialog'
import type { PageNow } from '#lib/page/queries/page'

import { publishPageAction, schedulePageAction } from './actions'
import { ChangesPart } from './changes-part'
import type { DialogProps } from './page-dialogs'

/** Gives readers the page as it stands here, now or at an hour. */
export function PublishDialog({ page, paper, later, onDone, onClose }: DialogProps & { later: boolean }) {
  const { id, now, content, keeper, save } = page
  const version = () => keeper.get().now.version
  return (
    <GiveDialog
      what={`the page ${content.title || '(no title yet)'}`}
      note={now.live ? undefined : `Readers will find it at /${content.slug}.`}
      wide
      {...{ later, paper, plan: now.plan, onClose }}
      faults={save === 'saved' ? now.problems.map(({ message }) => message) : []}
      flush={keeper.flush}
      publish={() => publishPageAction(id, version())}
      schedule={(at) => schedulePageAction(id, version(), at, keeper.get().now.plan?.id)}
      onDone={(detail, said) => {
        keeper.accept(detail as PageNow)
        onDone(said)
      }}
    >
      <ChangesPart was={now.readers} is={content} paper={paper} none="Nothing: readers have all of this." />
    </GiveDialog>
  )
}
