'use client'

import { PublishNowDialog } from '#app/(newsroom)/desk/publish-now-dialog'
import type { PageNow } from '#lib/page/queries/page'

import { publishPageAction } from './actions'
import { ChangesPart } from './changes-part'
import type { DialogProps } from './page-dialogs'

/** Gives readers the page as it stands here. */
export function PublishDialog({ page, paper, onDone, onClose }: DialogProps) {
  const { id, now, content, keeper, save } = page
  return (
    <PublishNowDialog
      title={`Publish the page ${content.title || '(no title yet)'}`}
      note={now.live ? undefined : `Readers will find it at /${content.slug}.`}
      wide
      faults={save === 'saved' ? now.problems.map(({ message }) => message) : []}
      flush={keeper.flush}
      publish={() => publishPageAction(id, keeper.get().now.version)}
      onDone={(detail) => {
        keeper.accept(detail as PageNow)
        onDone('Live now.')
      }}
      onClose={onClose}
    >
      <ChangesPart was={now.readers} is={content} paper={paper} none="Nothing: readers have all of this." />
    </PublishNowDialog>
  )
}
