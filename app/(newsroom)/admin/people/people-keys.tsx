'use client'

import { useGo } from '#app/(newsroom)/use-unsaved'
import type { View } from '#lib/people/narrow'
import { useShortcuts } from '#lib/ui/shortcuts'

import { peopleAddress } from './address'

/** Keys of the people screen: next and previous person, invite, find, close the panel. */
export function PeopleKeys({ ids, id, here }: { ids: string[]; id?: string; here: { view: View; q: string } }) {
  const go = useGo()
  const at = id ? ids.indexOf(id) : -1
  const open = (index: number) => ids[index] && go(peopleAddress({ ...here, id: ids[index] }))
  useShortcuts({
    j: () => open(Math.min(at + 1, ids.length - 1)),
    k: () => open(Math.max(at - 1, 0)),
    n: () => go(peopleAddress({ ...here, id: 'new' })),
    '/': () => document.getElementById('find')?.focus(),
    Escape: () => go(peopleAddress(here)),
  })
  return null
}
