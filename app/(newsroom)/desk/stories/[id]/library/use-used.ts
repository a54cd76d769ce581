'use client'

import { useEffect, useMemo, useRef } from 'react'

import type { Used } from '#lib/media/known'
import { mediaIdsOf } from '#lib/story/document/media-uses'
import type { StoryDocument } from '#lib/story/document/nodes'
import { readMain } from '#lib/story/main-text'

import { useLibrary } from './library'

/**
 * What the library says of all that a story or page uses, asked again when it has changed, and when the window comes to the
 * front: what one was told of may have been missed.
 * @param main the main picture as text
 * @param nudged how often it has changed
 * @returns undefined while something is not known
 */
export function useUsed(
  text: Pick<StoryDocument, 'body'> | null,
  main: string,
  nudged: number,
): ReadonlyMap<string, Used> | undefined {
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
  const told = useRef(nudged)
  useEffect(() => {
    if (nudged === told.current) return
    told.current = nudged
    for (const id of ids) ask(id)
  }, [nudged, ids, ask])
  const missing = ids.filter((id) => !known.has(id)).join()
  useEffect(() => {
    if (missing) for (const id of missing.split(',')) ask(id)
  }, [missing, ask])
  return useMemo(() => {
    if (missing) return undefined
    return new Map([...known].flatMap(([id, shown]) => (shown ? [[id, shown] as const] : [])))
  }, [missing, known])
}
