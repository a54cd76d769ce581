'use client'

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import type { Used } from '#lib/media/known'

import { type Batch, LibraryContext, type Put } from './library'

type Props = {
  /** Of the story or page. */
  id: string
  /** What the library says of what it uses: `Used[]`. */
  find: (id: string, ids: string[]) => Promise<FormState>
  /** What is known as the page is made. */
  first: readonly Used[]
  children: ReactNode
}

/** Knows what the library says of what one story or page uses, for all of its screen. */
export function LibraryProvider({ id, find: findFor, first, children }: Props) {
  const [known, setKnown] = useState<ReadonlyMap<string, Used | null>>(() => new Map(first.map((one) => [one.id, one])))
  const [batches, setBatches] = useState<Batch[]>([])
  const [sending, tellSending] = useState(0)
  const wanted = useRef(new Set<string>())

  // An action comes anew with each page that the server makes.
  const latest = useRef(findFor)
  latest.current = findFor
  const find = useCallback((ids: string[]) => latest.current(id, ids), [id])
  const look = useCallback(async () => {
    const ids = [...wanted.current]
    wanted.current.clear()
    // Where nobody answers, what was known stays.
    const state = await find(ids).catch(() => null)
    if (!state?.ok) return
    const told = new Map((state.detail as Used[]).map((one) => [one.id, one]))
    setKnown((before) => new Map([...before, ...ids.map((id) => [id, told.get(id) ?? null] as const)]))
  }, [find])
  const ask = useCallback(
    (id: string) => {
      if (wanted.current.size === 0) queueMicrotask(() => void look())
      wanted.current.add(id)
    },
    [look],
  )
  const upload = useCallback((files: File[], put: Put) => {
    if (files.length) setBatches((before) => [...before, { key: before.length, files, put }])
  }, [])

  const library = useMemo(
    () => ({ find, known, ask, upload, batches, sending, tellSending }),
    [find, known, ask, upload, batches, sending],
  )
  return <LibraryContext value={library}>{children}</LibraryContext>
}
