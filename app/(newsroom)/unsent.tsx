'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'

import { listCopies } from '#lib/device/copies'
import { answerTabs, type Owing } from '#lib/device/tabs'
import { Notice } from '#lib/ui/notice'

/**
 * On every screen but the edit screen: stories with text on this device that was never sent, as that needs their page.
 * @param listed whether the screen tells of them itself
 */
export function Unsent({ person, listed }: { person: string; listed: boolean }) {
  const [owing, setOwing] = useState<Owing[]>([])
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked again on each screen
  useEffect(() => {
    let stale = false
    const look = async () => {
      const found = (await listCopies(person)).filter(({ unsent }) => unsent)
      if (!stale) setOwing([...new Map(found.map((one) => [one.story, one])).values()])
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
        {owing.map(({ story, headline }, index) => (
          <span key={story}>
            {index > 0 && ', '}
            <Link href={`/desk/stories/${story}`} className="text-accent underline">
              {headline || 'New story'}
            </Link>
          </span>
        ))}
        : open {owing.length === 1 ? 'it' : 'them'} to send it.
      </Notice>
    </div>
  )
}
