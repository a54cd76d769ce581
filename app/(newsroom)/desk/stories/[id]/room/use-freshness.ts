'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * Looks what the server says of the story whenever one comes back to the window, or the server comes back; steps and
 * fields are not sent by socket.
 */
export function useFreshness(on: boolean, connected: boolean) {
  const router = useRouter()
  const was = useRef<'new' | 'there' | 'away'>('new')
  useEffect(() => {
    if (!connected) was.current = was.current === 'new' && navigator.onLine ? 'new' : 'away'
    else if (on) {
      if (was.current === 'away') router.refresh()
      was.current = 'there'
    }
  }, [on, connected, router])
  useEffect(() => {
    if (!on) return
    const look = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [on, router])
}
