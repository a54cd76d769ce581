'use client'

import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react'

import { startUpload } from '#lib/media/uploads/client'

import { findAlikeAction } from './find-alike'
import { type Item, makeQueue, type Queue } from './queue'
import { Tray } from './tray'

/** Lives as long as the tab: what is on its way goes on while one is elsewhere on the desk. */
let queue: Queue | undefined
const theQueue = () => (queue ??= makeQueue(startUpload, findAlikeAction))

const none: readonly Item[] = []
const Context = createContext<{ items: readonly Item[]; add: (files: readonly File[]) => void } | null>(null)

export function useUploads() {
  const found = useContext(Context)
  if (!found) throw new Error('Uploads are held by the library’s layout.')
  return found
}

/** A pause after which the list is read anew, in milliseconds: several files may be taken at about the same time. */
const SETTLED = 300

/** Sends files into the library, and shows them there once they are taken. */
export function Uploads({ children }: { children: ReactNode }) {
  const router = useRouter()
  const { items: read, subscribe, add } = theQueue()
  const items = useSyncExternalStore(subscribe, read, () => none)
  const taken = items.filter(({ media }) => media).length
  useEffect(() => {
    if (!taken) return
    const timer = setTimeout(() => router.refresh(), SETTLED)
    return () => clearTimeout(timer)
  }, [taken, router])
  return (
    <Context value={{ items, add }}>
      {children}
      <Tray queue={theQueue()} items={items} className="fixed end-4 bottom-11 z-4 max-phone:bottom-20" />
    </Context>
  )
}
