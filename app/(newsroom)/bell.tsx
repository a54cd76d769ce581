'use client'

import { Bell as Glyph } from 'lucide-react'
import Link from 'next/link'

import { buttonClass } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'

import { useUnread } from './pulse'

/** The way to the notifications, with how many are unread. @param unread as the page was made */
export function Bell({ unread: made }: { unread: number }) {
  const unread = useUnread(made)
  return (
    <Link
      href="/desk/notifications"
      prefetch={false}
      aria-label={unread ? `Notifications, ${unread} unread` : 'Notifications'}
      title="Notifications"
      className={`${buttonClass('ghost')} relative max-phone:w-11`}
    >
      <Icon of={Glyph} />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute -end-0.5 top-0 min-w-4 rounded-full bg-accent px-1 text-center text-[10.5px]/4 font-semibold text-on-accent"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}
