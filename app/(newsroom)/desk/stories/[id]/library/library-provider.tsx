'use client'

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'

import type { Used } from '#lib/media/known'

import { findUsedAction } from './actions'
import { type Batch, LibraryContext, type Put } from './library'

/** @property first what is known as the page is made */
type Props = { story: string; first: readonly Used[]; children: ReactNode }

/** Knows what the library says of what one story uses, for all of its screen. */
export function LibraryProvider({ story, first, children }: Props) {
  const [known, setKnown] = useState<ReadonlyMap<string, Used | null>>(() => new Map(first.map((one) => [one.id, one])))
  const [batches, setBatches] = useState<Batch[]>([])
  const [sending, tellSending] = useState(0)
  const wanted = useRef(new Set<string>())

  const look = useCallback(async () => {
    const ids = [...wanted.current]
    wanted.current.clear()
    // Where nobody answers, what was known stays.
    const state = await findUsedAction(story, ids).catch(() => null)
    if (!state?.ok) return
    const told = new Map((state.detail as Used[]).map((one) => [one.id, one]))
    setKnown((before) => new Map([...before, ...ids.map((id) => [id, told.get(id) ?? null] as const)]))
  }, [story])
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
    () => ({ story, known, ask, upload, batches, sending, tellSending }),
    [story, known, ask, upload, batches, sending],
  )
  return <LibraryContext value={library}>{children}</LibraryContext>
}
