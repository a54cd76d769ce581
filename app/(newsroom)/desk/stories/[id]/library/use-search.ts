'use client'

import { useEffect, useRef, useState } from 'react'

import type { MediaKind } from '#lib/media/kinds'
import type { Shown } from '#lib/media/known'

import { searchLibraryAction } from './actions'

/** As the dialog lists it; `by`: who has put it into the library. */
export type Found = Pick<Shown, 'id' | 'kind' | 'name' | 'alt' | 'caption' | 'seconds' | 'poster'> & {
  by: string | null
  /** What keeps it from readers: “Not cleared”, “Expired”. */
  barred?: string
}
type Page = { rows: Found[]; next?: string }

/** Milliseconds of rest after a letter before the library is asked. */
const rest = 200

const unreached = 'The library was not reached. Type again when the server is there.'

/** A page of what the words find, and more as they are wanted. `rows` undefined until the first answer. */
export function useSearch(words: string, kind: MediaKind) {
  const [found, setFound] = useState<Page>()
  const [problem, setProblem] = useState<string>()
  const asked = useRef(0)
  const ask = async (after?: string) => {
    asked.current += 1
    const mine = asked.current
    const state = await searchLibraryAction({ words, kind, after }).catch(() => null)
    if (mine !== asked.current) return
    setProblem(state?.ok ? undefined : (state?.message ?? unreached))
    if (!state?.ok) return
    const page = state.detail as Page
    setFound((before) => (after ? { ...page, rows: [...(before?.rows ?? []), ...page.rows] } : page))
  }
  const latest = useRef(ask)
  latest.current = ask
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words or another kind are the reason to ask
  useEffect(() => {
    const timer = setTimeout(() => void latest.current(), first.current ? 0 : rest)
    first.current = false
    return () => clearTimeout(timer)
  }, [words, kind])
  return { rows: found?.rows, problem, more: found?.next && (() => void ask(found.next)) }
}
