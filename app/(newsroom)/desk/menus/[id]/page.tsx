import type { Metadata } from 'next'
import { cache } from 'react'

import { ClockHeld } from '#app/(newsroom)/clock-held'
import { found } from '#app/(newsroom)/found'
import { needActor } from '#lib/auth/session'
import { menuNames } from '#lib/menu/names'
import { findMenu } from '#lib/menu/queries'
import { markRead } from '#lib/notification/commands'
import { countUnread } from '#lib/notification/queries'
import { findSettings } from '#lib/settings/queries'

import { MenuScreen } from './screen'

type Props = { params: Promise<{ id: string }> }

const read = cache(async (id: string) => {
  const actor = await needActor()
  return { actor, menu: await found(() => findMenu(actor, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { menu } = await read((await params).id)
  return { title: menuNames[menu.id].name }
}

export default async function MenuPage({ params }: Props) {
  const { actor, menu } = await read((await params).id)
  await markRead(actor, { draft: `menu:${menu.id}` })
  const [{ timezone, language }, unread] = await Promise.all([findSettings(), countUnread(actor)])
  return (
    <>
      <meta name="stet-person" content={actor.id} />
      <MenuScreen
        key={menu.id}
        first={menu}
        paper={{ timezone, language, now: Date.now(), nudged: 0 }}
        unread={unread}
        held={<ClockHeld actor={actor} timezone={timezone} />}
      />
    </>
  )
}
