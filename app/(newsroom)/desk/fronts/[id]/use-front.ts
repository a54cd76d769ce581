'use client'

import { useMemo, useState } from 'react'

import { useKept } from '#app/(newsroom)/desk/draft/use-kept'
import { type Change, changesBetween } from '#lib/front/changes'
import { merge } from '#lib/front/merge'
import type { FrontNow } from '#lib/front/queries/screen'
import type { ToldStory } from '#lib/front/queries/stories'
import type { FrontContent } from '#lib/site/front/content'

export type FrontHandle = ReturnType<typeof useFront>

/** A front on screen: what it says, how that is kept, and what is known of the stories in it. */
export function useFront(first: FrontNow) {
  const { id } = first
  const { keeper, ...kept } = useKept<FrontContent, FrontNow>(`front:${id}`, first, {
    merge,
    name: () => `${first.name} front`,
  })
  const [found, setFound] = useState<ReadonlyMap<string, ToldStory>>(new Map())

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
