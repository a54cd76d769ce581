'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Looks what the server says of the story whenever one comes back to the window; steps and fields are not sent by socket. */
export function useFreshness(on: boolean) {
  const router = useRouter()
  useEffect(() => {
    if (!on) return
    const look = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [on, router])
}
