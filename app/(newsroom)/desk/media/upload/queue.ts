import { isRefusal } from '#lib/errors'
import type { startUpload } from '#lib/media/uploads/client'

import { makeStay } from './stay'

/** Something of the library that looks the same. */
export type Alike = { id: string; name: string }

/** A file on its way: how much of it is there, in bytes; once it is in the library, its id, and what it looks like. */
export type Item = {
  id: number
  file: File
  state: 'waiting' | 'sending' | 'taken' | 'refused'
  sent: number
  /** Why it was not taken. */
  message?: string
  media?: string
  alike?: Alike[]
  /** Puts it where it is to be, once it is taken. */
  place?: (media: string) => Promise<void>
}

/** So many go at once. */
const AT_ONCE = 3

/** Puts what was taken where it is to be; `index`: of its file, among those that were added with it. */
type Place = (media: string, index: number) => Promise<void>

const unsent = 'This file could not be sent. Try again when the server is there.'

export type Queue = ReturnType<typeof makeQueue>

export const isUnderWay = ({ state }: Item): boolean => state === 'waiting' || state === 'sending'

/**
 * Files that are sent into the library, a few at once, in the order in which they came. Each change makes a new list.
 * Until all of them are there, the browser asks before it leaves.
 * @param findAlike asked of each that was taken
 */
export function makeQueue(send: typeof startUpload, findAlike?: (media: string) => Promise<Alike[]>) {
  let items: readonly Item[] = []
  let made = 0
  const listeners = new Set<() => void>()
  const stops = new Map<number, AbortController>()
  const stay = makeStay()

  function put(after: readonly Item[]) {
    items = after
    stay(items.some(isUnderWay))
    for (const listener of listeners) listener()
  }
  const change = (id: number, part: Partial<Item>) =>
    put(items.map((item) => (item.id === id ? { ...item, ...part } : item)))

  function next() {
    const free = AT_ONCE - items.filter(({ state }) => state === 'sending').length
    for (const item of items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) void sendOne(item)
  }

  async function sendOne({ id, file, place, media: known }: Item) {
    const stop = new AbortController()
    stops.set(id, stop)
    change(id, { state: 'sending', sent: 0, message: undefined })
    try {
      // What only did not come into its place is in the library already: sent again, it would be there twice.
      const media =
        known ?? (await send(file, { signal: stop.signal, onProgress: (sent) => change(id, { sent }) })).media
      change(id, { media })
      await place?.(media)
      change(id, { state: 'taken', sent: file.size })
      // It is there all the same when nobody can say what it looks like.
      const alike = await findAlike?.(media).catch(() => [])
      if (alike?.length) change(id, { alike })
    } catch (error) {
      if (!stop.signal.aborted) change(id, { state: 'refused', message: isRefusal(error) ? error.message : unsent })
    } finally {
      stops.delete(id)
      next()
    }
  }

  return {
    items: () => items,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** @param place waited for before a file is told as taken; what it throws is why it was not */
    add(files: readonly File[], place?: Place) {
      const added = files.map((file, index): Item => {
        return { id: made++, file, state: 'waiting', sent: 0, place: place && ((media) => place(media, index)) }
      })
      put([...items, ...added])
      next()
    },
    /** Takes it off the list; what is being sent is broken off and forgotten. */
    drop(id: number) {
      put(items.filter((item) => item.id !== id))
      stops.get(id)?.abort()
    },
    retry(id: number) {
      change(id, { state: 'waiting' })
      next()
    },
    /** Takes off the list what is done. */
    clear: () => put(items.filter(isUnderWay)),
  }
}
