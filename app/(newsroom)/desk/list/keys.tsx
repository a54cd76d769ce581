'use client'

import { useRef } from 'react'

import { useShortcuts } from '#lib/ui/shortcuts'

import { type Act, useActs } from './acts'

/** Keys of lists of stories: the row that has the focus is the current one, so Enter opens it. */
export function ListKeys() {
  const { run, pending } = useActs()
  const last = useRef(-1)
  const rows = () => [...document.querySelectorAll<HTMLElement>('tr[data-story]')]
  const move = (by: 1 | -1) => {
    const all = rows()
    const at = all.findIndex((row) => row.contains(document.activeElement))
    // A row that left the list took the focus along: go on from its place.
    const from = at >= 0 ? at : by === 1 ? last.current - 1 : last.current
    last.current = Math.max(0, Math.min(from + by, all.length - 1))
    all[last.current]?.querySelector('a')?.focus()
  }
  const step = () => {
    const row = rows().find((one) => one.contains(document.activeElement))
    const { story, next } = row?.dataset ?? {}
    if (story && next && !pending) run(next as Act, story)
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    s: step,
    '/': () => document.getElementById('find')?.focus(),
  })
  return null
}
