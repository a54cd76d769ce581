import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { ClockHeld } from '#app/(newsroom)/clock-held'
import { needActor } from '#lib/auth/session'
import { countUnread } from '#lib/notification/queries'
import { findPage } from '#lib/page/queries/page'
import { findSettings } from '#lib/settings/queries'

import { PageScreen } from './screen'

type Props = { params: Promise<{ id: string }> }

const read = cache(async (id: string) => {
  const actor = await needActor()
  return { actor, page: (await findPage(actor, id.slice(0, 40))) ?? notFound() }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await read((await params).id)
  return { title: `${page.content.title || 'No title yet'}, page` }
}

export default async function OwnPagePage({ params }: Props) {
  const { actor, page } = await read((await params).id)
  const [{ timezone, language }, unread] = await Promise.all([findSettings(), countUnread(actor)])
  return (
    <>
      <meta name="stet-person" content={actor.id} />
      <PageScreen
        key={page.id}
        first={page}
        me={actor.id}
        paper={{ timezone, language, now: Date.now(), nudged: 0 }}
        unread={unread}
        held={<ClockHeld actor={actor} timezone={timezone} />}
      />
    </>
  )
}
