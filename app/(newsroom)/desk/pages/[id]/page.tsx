import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { ClockHeld } from '#app/(newsroom)/clock-held'
import { LibraryProvider } from '#app/(newsroom)/desk/stories/[id]/library/library-provider'
import { needActor } from '#lib/auth/session'
import { listUsedByPage } from '#lib/media/queries/used'
import { markRead } from '#lib/notification/commands'
import { countUnread } from '#lib/notification/queries'
import { shownBy } from '#lib/page/content'
import { findPage } from '#lib/page/queries/page'
import { findSettings } from '#lib/settings/queries'
import { mediaIdsOf } from '#lib/story/document/media-uses'

import { findUsedAction } from './actions'
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
  await markRead(actor, { draft: `page:${page.id}` })
  const [{ timezone, language }, unread, used] = await Promise.all([
    findSettings(),
    countUnread(actor),
    listUsedByPage(actor, page.id, mediaIdsOf(shownBy(page.content))),
  ])
  return (
    <LibraryProvider key={page.id} id={page.id} find={findUsedAction} first={used}>
      <meta name="stet-person" content={actor.id} />
      <PageScreen
        first={page}
        me={actor.id}
        paper={{ timezone, language, now: Date.now(), nudged: 0 }}
        unread={unread}
        held={<ClockHeld actor={actor} timezone={timezone} />}
      />
    </LibraryProvider>
  )
}
