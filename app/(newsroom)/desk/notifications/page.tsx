import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'

import { Frame } from '#app/(newsroom)/frame'
import { needActor } from '#lib/auth/session'
import { countUnread, listNotifications } from '#lib/notification/queries'
import { findSettings } from '#lib/settings/queries'
import { buttonClass } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'

import { Item } from './item'
import { MarkAll } from './mark-all'

export const metadata: Metadata = { title: 'Notifications' }

const Asked = z.object({ after: z.string().max(60).optional().catch(undefined) })
const size = 50

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the person is told of; to open one is to have read it. */
export default async function Notifications({ searchParams }: Props) {
  const actor = await needActor()
  const { after } = Asked.parse(await searchParams)
  const [{ rows, next }, unread, { timezone }] = await Promise.all([
    listNotifications(actor, { size, after }),
    countUnread(actor),
    findSettings(),
  ])
  const now = new Date()
  return (
    <Frame
      at="notifications"
      title="Notifications"
      note={unread ? `${unread} unread` : 'Nothing unread'}
      acts={unread > 0 && <MarkAll />}
    >
      <div className="min-h-0 flex-1 overflow-y-auto">
        {rows.length ? (
          <ul aria-label="Notifications">
            {rows.map((row) => (
              <Item key={row.id} told={row} timezone={timezone} now={now} />
            ))}
          </ul>
        ) : (
          <Empty title={after ? 'That is all.' : 'Nobody has told you anything yet.'}>
            Mentions and answers in comments, stories assigned to you, sent back or taken over, readers’ reports, and
            plans that went wrong appear here.
          </Empty>
        )}
        {(after || next) && (
          <nav aria-label="Pages" className="flex justify-center gap-2 px-4 py-4">
            {after && (
              <Link href="/desk/notifications" className={buttonClass()}>
                Back to the newest
              </Link>
            )}
            {next && (
              <Link href={`/desk/notifications?after=${next}`} className={buttonClass()}>
                Older
              </Link>
            )}
          </nav>
        )}
      </div>
    </Frame>
  )
}
