'use client'

import { useEffect, useMemo } from 'react'

import type { Shown } from '#lib/media/known'
import { mediaIdsOf } from '#lib/story/document/media-uses'
import type { StoryDocument } from '#lib/story/document/nodes'
import { readMain } from '#lib/story/main-text'

import { useLibrary } from './library'

/**
 * What the library says of all that the story uses, asked again when the window comes to the front: it may have been
 * changed in another one.
 * @param main the main picture as text
 * @returns undefined while something is not known
 */
export function useUsed(text: StoryDocument | null, main: string): ReadonlyMap<string, Shown> | undefined {
  const { known, ask } = useLibrary()
  const used = useMemo(() => (text ? mediaIdsOf({ main: readMain(main), body: text.body }).join() : ''), [text, main])
  const ids = useMemo(() => (used ? used.split(',') : []), [used])
  useEffect(() => {
    const again = () => {
      for (const id of ids) ask(id)
    }
    window.addEventListener('focus', again)
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('focus', again)
      window.removeEventListener('online', again)
    }
  }, [ids, ask])
  const missing = ids.filter((id) => !known.has(id)).join()
  useEffect(() => {
    if (missing) for (const id of missing.split(',')) ask(id)
  }, [missing, ask])
  return useMemo(() => {
    if (missing) return undefined
    return new Map([...known].flatMap(([id, shown]) => (shown ? [[id, shown] as const] : [])))
  }, [missing, known])
}
