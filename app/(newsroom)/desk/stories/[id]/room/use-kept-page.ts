'use client'

import { useEffect } from 'react'

import { canKeepPages, keepPages, workerPath } from '#lib/device/kept-pages'

/** After the page is ready, when nothing else is to be done; in milliseconds. */
const LATER = 2000

/**
 * Has this browser keep the story's page, so that it opens without the server too.
 * @param told what the page was told last by the server: kept anew when that changes
 */
export function useKeptPage(person: string, story: string, connected: boolean, told: unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew, it is kept anew
  useEffect(() => {
    const build = document.documentElement.dataset.build
    if (!connected || !build || !canKeepPages()) return
    const keep = async () => {
      await navigator.serviceWorker.register(workerPath, { scope: '/desk', updateViaCache: 'none' })
      await keepPages(`/desk/stories/${story}`, person, build)
    }
    // Where it cannot be kept (private windows, a full disk), the desk works as ever while the server is there.
    const timer = setTimeout(() => keep().catch(() => {}), LATER)
    return () => clearTimeout(timer)
  }, [person, story, connected, told])
}
