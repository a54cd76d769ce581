import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { ClockHeld } from '#app/(newsroom)/clock-held'
import { needActor } from '#lib/auth/session'
import { findFrontNow } from '#lib/front/queries/screen'
import { markRead } from '#lib/notification/commands'
import { countUnread } from '#lib/notification/queries'
import { listSections } from '#lib/section/queries'
import { findSettings } from '#lib/settings/queries'

import { FrontScreen } from './screen'

type Props = { params: Promise<{ id: string }> }

const read = cache(async (asked: string) => {
  const actor = await needActor()
  const front = await findFrontNow(actor, idOf(asked))
  return { actor, front: front ?? notFound() }
})

/** Next hands on a part of a path as it was written. */
function idOf(asked: string): string {
  try {
    return decodeURIComponent(asked).slice(0, 60)
  } catch {
    return ''
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { front } = await read((await params).id)
  return { title: `${front.name}, front` }
}

export default async function FrontPage({ params }: Props) {
  const { actor, front } = await read((await params).id)
  await markRead(actor, { draft: `front:${front.id}` })
  const [sections, { timezone }, unread] = await Promise.all([listSections(), findSettings(), countUnread(actor)])
  return (
    <>
      <meta name="stet-person" content={actor.id} />
      <FrontScreen
        key={front.id}
        first={front}
        sections={sections.map(({ id, name, colour }) => ({ id, name, colour }))}
        paper={{ timezone, language: '', now: Date.now(), nudged: 0 }}
        unread={unread}
        held={<ClockHeld actor={actor} timezone={timezone} />}
      />
    </>
  )
}
