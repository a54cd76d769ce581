'use client'

import { HistoryDialog } from '#app/(newsroom)/desk/history-dialog'
import type { PageContent } from '#lib/page/content'
import type { PageNow, PageVersion } from '#lib/page/queries/page'

import { listVersionsAction, readVersionAction, restorePageAction } from './actions'
import { ChangesPart } from './changes-part'
import type { DialogProps } from './page-dialogs'

/** The page's revisions. */
export function PageHistory({ page, paper, onDone, onClose }: DialogProps) {
  const { id, keeper, content } = page
  return (
    <HistoryDialog<PageVersion, PageContent>
      note="What was published, and what stood before an earlier one was restored."
      none="No version was kept yet. The first is, when the page is published."
      was={({ given }) => (given ? 'readers had it' : 'kept before another was restored')}
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
