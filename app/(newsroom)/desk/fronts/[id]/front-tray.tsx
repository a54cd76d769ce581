'use client'

import { useMemo, useState, useSyncExternalStore } from 'react'

import { makeQueue } from '#app/(newsroom)/desk/media/upload/queue'
import { Tray } from '#app/(newsroom)/desk/media/upload/tray'
import { startUpload } from '#lib/media/uploads/client'

/** Files that go from this screen into the library, each to its place on the front when it is there. */
export function useTray() {
  const [queue] = useState(() => makeQueue(startUpload))
  return useMemo(
    () => ({
      queue,
      upload: (files: File[], put: (media: string) => void) => queue.add(files, async (media) => put(media)),
    }),
    [queue],
  )
}

export function FrontTray({ tray: { queue } }: { tray: ReturnType<typeof useTray> }) {
  const items = useSyncExternalStore(queue.subscribe, queue.items, queue.items)
  return (
    <Tray queue={queue} items={items.filter(({ state }) => state !== 'taken')} className="fixed end-4 bottom-12 z-4" />
  )
}
