'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

import type { Connected } from './use-room'

/**
 * Looks what the server says of the story whenever one comes back to the window, or the server comes back; steps and
 * fields are not sent by socket. Nothing is looked at before the server has all that was typed: after a new build the
 * page is loaded anew.
 */
export function useFreshness(on: boolean, main: Connected, fork: Connected) {
  const router = useRouter()
  const was = useRef<'new' | 'there' | 'away'>('new')
  const rooms = useRef([main, fork])
  rooms.current = [main, fork]
  const follows = [main.subscribe, fork.subscribe]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the two, whatever holds them
  useEffect(() => {
    const owes = () => rooms.current.some(({ now }) => now().owes)
    const look = () => {
      if (!rooms.current[0]?.now().connected) was.current = was.current === 'new' && navigator.onLine ? 'new' : 'away'
      else if (on && !owes()) {
        const back = was.current === 'away'
        was.current = 'there'
        if (back) router.refresh()
      }
    }
    look()
    const stops = follows.map((follow) => follow(look))
    const seen = () => {
      if (on && !owes() && document.visibilityState === 'visible' && navigator.onLine) router.refresh()
    }
    document.addEventListener('visibilitychange', seen)
    return () => {
      for (const stop of stops) stop()
      document.removeEventListener('visibilitychange', seen)
    }
  }, [on, ...follows, router])
}
