'use client'

import { GiveDialog } from '#app/(newsroom)/desk/draft/give-dialog'

import { ChangesPart } from './changes-part'
import type { DialogProps } from './page-dialogs'

/** Gives readers the page as it stands here, now or at an hour. */
export function PublishDialog({ page, ...props }: DialogProps & { later: boolean }) {
  const { now, content } = page
  return (
    <GiveDialog
      what={`the page ${content.title || '(no title yet)'}`}
      note={now.live ? undefined : `Readers will find it at /${content.slug}.`}
      wide
      of={page}
      problems={now.problems}
      {...props}
    >
      <ChangesPart was={now.readers} is={content} paper={props.paper} none="Nothing: readers have all of this." />
    </GiveDialog>
  )
}
