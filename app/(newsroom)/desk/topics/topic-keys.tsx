'use client'

import { useGo } from '#app/(newsroom)/use-unsaved'
import { useShortcuts } from '#lib/ui/shortcuts'

import { topicsAddress } from './address'

/** Keys of the topics: next and previous, add, find, close the panel. */
export function TopicKeys({ ids, id, q, adds }: { ids: string[]; id?: string; q: string; adds: boolean }) {
  const go = useGo()
  const at = id ? ids.indexOf(id) : -1
  const open = (index: number) => ids[index] && go(topicsAddress({ q, id: ids[index] }))
  useShortcuts({
    j: () => open(Math.min(at + 1, ids.length - 1)),
    k: () => open(Math.max(at - 1, 0)),
    n: () => adds && go(topicsAddress({ q, id: 'new' })),
    '/': () => document.getElementById('find')?.focus(),
    Escape: () => go(topicsAddress({ q })),
  })
  return null
}
