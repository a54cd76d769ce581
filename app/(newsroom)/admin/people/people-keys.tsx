'use client'

import { useRouter } from 'next/navigation'

import type { View } from '#lib/people/narrow'
import { useShortcuts } from '#lib/ui/shortcuts'

import { peopleAddress } from './address'

/** Keys of the people screen: next and previous person, invite, find, close the panel. */
export function PeopleKeys({ ids, id, here }: { ids: string[]; id?: string; here: { view: View; q: string } }) {
  const router = useRouter()
  const at = id ? ids.indexOf(id) : -1
  const open = (index: number) => ids[index] && router.push(peopleAddress({ ...here, id: ids[index] }))
  useShortcuts({
    j: () => open(Math.min(at + 1, ids.length - 1)),
    k: () => open(Math.max(at - 1, 0)),
    n: () => router.push(peopleAddress({ ...here, id: 'new' })),
    '/': () => document.getElementById('find')?.focus(),
    Escape: () => router.push(peopleAddress(here)),
  })
  return null
}
