'use client'

import { createContext, useContext, useEffect } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import type { Used } from '#lib/media/known'

/** Puts what has come into the library in its place; `index` is the file's among those sent together. */
export type Put = (media: Used, index: number) => void

/** Files that were sent together. */
export type Batch = { key: number; files: File[]; put: Put }

/** What is known of the library on this screen. */
export type Library = {
  /** What the library says of these: `Used[]`. */
  find: (ids: string[]) => Promise<FormState>
  /** By id; null: the library has no such thing. What is not among it is not known yet. */
  known: ReadonlyMap<string, Used | null>
  /** Asks what the library says of it now. */
  ask: (id: string) => void
  /** Sends files into the library. */
  upload: (files: File[], put: Put) => void
  /** All that was sent from this screen. */
  batches: readonly Batch[]
  /** How many files are on their way from it now. */
  sending: number
  tellSending: (count: number) => void
}

const nothing = () => undefined

export const LibraryContext = createContext<Library>({
  find: async () => null,
  known: new Map(),
  ask: nothing,
  upload: nothing,
  batches: [],
  sending: 0,
  tellSending: nothing,
})

export const useLibrary = () => useContext(LibraryContext)

/** What the library says of something, asked for where it is not known. */
export function useShown(id: string): Used | null | undefined {
  const { known, ask } = useLibrary()
  const shown = id ? known.get(id) : undefined
  const unknown = id !== '' && shown === undefined
  useEffect(() => {
    if (unknown) ask(id)
  }, [unknown, id, ask])
  return shown
}
