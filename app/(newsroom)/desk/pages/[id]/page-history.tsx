'use client'

import { HistoryDialog } from '#app/(newsroom)/desk/draft/history-dialog'
import type { PageContent } from '#lib/page/content'

import { ChangesPart } from './changes-part'
import type { DialogProps } from './page-dialogs'

/** The page's revisions. */
export function PageHistory({ page, ...props }: DialogProps) {
  return (
    <HistoryDialog<PageContent>
      of={page}
      show={(read) => <ChangesPart was={page.content} is={read} paper={props.paper} none="The draft says just this." />}
      {...props}
    />
  )
}
