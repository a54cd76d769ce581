import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'

import type { Notification } from '#lib/notification/queries'
import { whenIn } from '#lib/settings/time'
import { Avatar } from '#lib/ui/avatar'
import { Icon } from '#lib/ui/icon'

import { isAlarm, toldAddress, toldWords } from './words'

/** One line for what happened and when, one for the story, one for the words. */
export function Item({ told, timezone, now }: { told: Notification; timezone: string; now: Date }) {
  const words = told.comment ?? told.note
  const unread = told.readAt === null
  return (
    <li className="relative grid grid-cols-[8px_20px_minmax(0,1fr)_auto] items-start gap-x-2.5 border-b border-line px-4 py-2.5 focus-within:bg-accent-wash hover:bg-sunk">
      <span className={`mt-1.5 size-2 rounded-full ${unread ? 'bg-accent' : ''}`} />
      {isAlarm(told.kind) ? (
        <span className="text-withdrawn">
          <Icon of={TriangleAlert} size={20} />
        </span>
      ) : (
        <Avatar name={told.by ?? 'Somebody'} named={false} />
      )}
      <div className="min-w-0">
        <Link
          href={toldAddress(told)}
          prefetch={false}
          className={`outline-none after:absolute after:inset-0 ${unread ? 'font-semibold' : ''}`}
        >
          {unread && <span className="sr-only">Unread: </span>}
          {toldWords(told)}
        </Link>
        <p className="truncate text-muted">{told.about || 'No headline yet'}</p>
        {words && <p className="mt-0.5 line-clamp-2 max-w-[72ch] break-words">{words}</p>}
      </div>
      <time dateTime={told.at.toISOString()} className="text-label text-quiet">
        {whenIn(told.at, timezone, now)}
      </time>
    </li>
  )
}
