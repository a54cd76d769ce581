'use client'

import { useGo } from '#app/(newsroom)/use-unsaved'
import { useShortcuts } from '#lib/ui/shortcuts'

import { seriesAddress } from './address'

/** Keys of the series: next and previous, begin one, close the panel. */
export function SeriesKeys({ ids, id }: { ids: string[]; id?: string }) {
  const go = useGo()
  const at = id ? ids.indexOf(id) : -1
  const open = (index: number) => ids[index] && go(seriesAddress(ids[index]))
  useShortcuts({
    j: () => open(Math.min(at + 1, ids.length - 1)),
    k: () => open(Math.max(at - 1, 0)),
    n: () => go(seriesAddress('new')),
    Escape: () => go(seriesAddress()),
  })
  return null
}
