'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

import { isUnderWay, makeQueue } from '#app/(newsroom)/desk/media/upload/queue'
import { Tray } from '#app/(newsroom)/desk/media/upload/tray'
import { Refusal } from '#lib/errors'
import type { Used } from '#lib/media/known'
import { startUpload } from '#lib/media/uploads/client'

import { useLibrary } from './library'

/** Files on their way into the library, and those that it did not take; each goes to its place when it is there. */
export function StoryTray() {
  const { find, ask, batches, tellSending } = useLibrary()
  const [queue] = useState(() => makeQueue(startUpload))
  const items = useSyncExternalStore(queue.subscribe, queue.items, queue.items)
  const begun = useRef(0)
  useEffect(() => {
    for (const { files, put } of batches.slice(begun.current))
      queue.add(files, async (media, index) => {
        const state = await find([media])
        const [shown] = (state?.ok ? state.detail : []) as Used[]
        if (!shown) throw new Refusal('busy', 'It is in the library now, but did not come into its place here.')
        ask(media)
        put(shown, index)
      })
    begun.current = batches.length
  }, [batches, queue, find, ask])
  const sending = items.filter(isUnderWay).length
  useEffect(() => tellSending(sending), [sending, tellSending])
  // What is taken is seen where it stands.
  return <Tray queue={queue} items={items.filter(({ state }) => state !== 'taken')} className="story-tray" />
}
