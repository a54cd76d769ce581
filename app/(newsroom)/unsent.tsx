'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'

import { listUnsent } from '#lib/device/leave'
import { answerTabs, type Owing } from '#lib/device/tabs'
import { Notice } from '#lib/ui/notice'

/**
 * On every screen where nothing is written: what is on this device and was never sent, as that needs its own page.
 * @param listed whether the screen tells of them itself
 */
export function Unsent({ person, listed }: { person: string; listed: boolean }) {
  const [owing, setOwing] = useState<Owing[]>([])
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked again on each screen
  useEffect(() => {
    let stale = false
    const look = async () => {
      const found = await listUnsent(person)
      if (!stale) setOwing(found)
    }
    const looks = () => void look().catch(() => {})
    looks()
    window.addEventListener('focus', looks)
    const stop = answerTabs(
      person,
      () => undefined,
      () => location.assign('/sign-in'),
    )
    return () => {
      stale = true
      window.removeEventListener('focus', looks)
      stop()
    }
  }, [person, path])
  if (listed || owing.length === 0) return null
  return (
    <div className="flex-none border-b border-line px-4 py-2">
      <Notice tone="warning" title="Text on this device has not been sent">
        {owing.map(({ path, headline }, index) => (
          <span key={path}>
            {index > 0 && ', '}
            <Link href={path} className="text-accent underline">
              {headline}
            </Link>
          </span>
        ))}
        : open {owing.length === 1 ? 'it' : 'them'} to send it.
      </Notice>
    </div>
  )
}
