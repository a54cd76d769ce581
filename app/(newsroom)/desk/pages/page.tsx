import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Frame } from '#app/(newsroom)/frame'
import { mayEditPaper } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { listPages } from '#lib/page/queries/list'
import { findSettings } from '#lib/settings/queries'
import { Empty } from '#lib/ui/empty'

import { NewPage } from './new-page'
import { PageTable } from './page-table'

export const metadata: Metadata = { title: 'Pages' }

export default async function PagesPage() {
  const actor = await needActor()
  if (!mayEditPaper(actor)) notFound()
  const [pages, { timezone }] = await Promise.all([listPages(actor), findSettings()])
  return (
    <Frame at="pages" title="Pages" note="The paper’s own: who makes it, how to reach it" acts={<NewPage />}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {pages.length ? (
          <PageTable pages={pages} timezone={timezone} now={new Date()} />
        ) : (
          <Empty title="The paper has no pages of its own.">About, contact and privacy would be listed here.</Empty>
        )}
      </div>
    </Frame>
  )
}
