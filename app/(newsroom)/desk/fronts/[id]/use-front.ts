'use client'

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'

import { type Change, changesBetween } from '#lib/front/changes'
import type { FrontNow } from '#lib/front/queries/screen'
import type { ToldStory } from '#lib/front/queries/stories'

import { lookFrontAction, saveFrontAction } from './actions'
import { makeKeeper } from './keeper'

/** Between two looks at what colleagues have done, in milliseconds; a page that nobody sees asks nothing. */
const EVERY = 8000

export type FrontHandle = ReturnType<typeof useFront>

/** A front on screen: what it says, how that is kept, and what is known of the stories in it. */
export function useFront(first: FrontNow) {
  const { id } = first
  const [keeper] = useState(() => makeKeeper(first, (seen, content) => saveFrontAction(id, seen, content)))
  const kept = useSyncExternalStore(keeper.subscribe, keeper.get, keeper.get)
  const [found, setFound] = useState<ReadonlyMap<string, ToldStory>>(new Map())

  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const { version } = keeper.get().now
      const newer = await lookFrontAction(id, version).catch(() => null)
      if (newer && keeper.get().now.version === version) keeper.accept(newer)
    }
    const timer = setInterval(() => void look(), EVERY)
    const looks = () => void look()
    window.addEventListener('focus', looks)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', looks)
      keeper.stop()
    }
  }, [id, keeper])

  const { now, content } = kept
  const stories = useMemo(
    () => new Map([...found, ...now.stories.map((story) => [story.id, story] as const)]),
    [found, now.stories],
  )
  const changes: Change[] = useMemo(() => changesBetween(now.readers, content), [now.readers, content])
  return {
    ...kept,
    id,
    keeper,
    stories,
    names: useMemo(() => new Map(now.names), [now.names]),
    /** What of it readers do not have so. */
    changes,
    /** What was found is known from now on, so that it is shown where it is placed before the server has answered. */
    know: (more: readonly ToldStory[]) =>
      setFound((before) => new Map([...before, ...more.map((story) => [story.id, story] as const)])),
  }
}
