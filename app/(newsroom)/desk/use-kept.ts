'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import type { Merge } from '#lib/three-way'

import { type Draft, makeKeeper } from './keeper'

/** Between two looks at what colleagues have done, in milliseconds; a page that nobody sees asks nothing. */
const EVERY = 8000

type Ways<Content, Now> = {
  send: (seen: Draft<Content>, content: Content) => Promise<FormState>
  /** It as it stands on the server, if that is of another version. */
  look: (version: number) => Promise<Now | null>
  merge: Merge<Content>
}

/** Something that is edited as a whole: how it stands on this screen, and what keeps it in step with the server's. */
export function useKept<Content, Now extends Draft<Content>>(first: Now, { send, look, merge }: Ways<Content, Now>) {
  const [keeper] = useState(() => makeKeeper<Content, Now>(first, send, merge))
  const [ask] = useState(() => look)
  const kept = useSyncExternalStore(keeper.subscribe, keeper.get, keeper.get)
  useEffect(() => {
    const once = async () => {
      if (document.visibilityState !== 'visible') return
      const { version } = keeper.get().now
      const newer = await ask(version).catch(() => null)
      if (newer && keeper.get().now.version === version) keeper.accept(newer)
    }
    const looks = () => void once()
    const timer = setInterval(looks, EVERY)
    window.addEventListener('focus', looks)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', looks)
      keeper.stop()
    }
  }, [ask, keeper])
  return { ...kept, keeper }
}
