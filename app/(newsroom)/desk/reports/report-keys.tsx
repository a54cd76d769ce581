'use client'

import { useRouter } from 'next/navigation'

import { useShortcuts } from '#lib/ui/shortcuts'

import { type Here, reportsAddress } from './address'

/** Keys of the inbox: next and previous, and the acts of the report that is open, as its buttons do them. */
export function ReportKeys({ ids, here }: { ids: string[]; here: Here }) {
  const router = useRouter()
  const at = here.id ? ids.indexOf(here.id) : -1
  const open = (index: number) => ids[index] && router.push(reportsAddress({ ...here, id: ids[index] }))
  const press = (act: string) => {
    const button = document.querySelector<HTMLButtonElement>(`button[data-act="${act}"]`)
    button?.click()
    return button !== null
  }
  useShortcuts({
    j: () => open(Math.min(at + 1, ids.length - 1)),
    k: () => open(Math.max(at - 1, 0)),
    t: () => press('take'),
    c: () => press('correct'),
    d: () => press('done'),
    s: () => press('spam'),
    o: () => press('reopen'),
    Escape: () => router.push(reportsAddress({ ...here, id: undefined })),
  })
  return null
}
