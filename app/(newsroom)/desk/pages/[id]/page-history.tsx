'use client'

import { HistoryDialog } from '#app/(newsroom)/desk/history-dialog'
import type { PageContent } from '#lib/page/content'
import type { PageNow } from '#lib/page/queries/page'

import { listVersionsAction, readVersionAction, restorePageAction } from './actions'
import { ChangesPart } from './changes-part'
import type { DialogProps } from './page-dialogs'

/** The page's revisions. */
export function PageHistory({ page, paper, onDone, onClose }: DialogProps) {
  const { id, keeper, content } = page
  return (
    <HistoryDialog<PageContent>
      what="page"
      paper={paper}
      list={(before) => listVersionsAction(id, before)}
      read={(number) => readVersionAction(id, number)}
      show={(read) => <ChangesPart was={content} is={read} paper={paper} none="The draft says just this." />}
      flush={keeper.flush}
      restore={(number) => restorePageAction(id, number, keeper.get().now.version)}
      onRestored={(detail, said) => {
        keeper.accept(detail as PageNow)
        onDone(said)
      }}
      onClose={onClose}
    />
  )
}
