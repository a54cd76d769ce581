import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Frame } from '#app/(newsroom)/frame'
import { mayEditFront } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { listFronts } from '#lib/front/queries/list'
import { findSettings } from '#lib/settings/queries'

import { FrontTable } from './front-table'
import { TopicFront } from './topic-front'

export const metadata: Metadata = { title: 'Fronts' }

export default async function FrontsPage() {
  const actor = await needActor()
  // Every editor makes one of them; nobody else knows of drafts.
  if (!mayEditFront(actor, 'home')) notFound()
  const [fronts, { timezone }] = await Promise.all([listFronts(actor), findSettings()])
  return (
    <Frame at="fronts" title="Fronts" note="The pages that readers come to first" acts={<TopicFront />}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <FrontTable fronts={fronts} timezone={timezone} now={new Date()} />
      </div>
    </Frame>
  )
}
