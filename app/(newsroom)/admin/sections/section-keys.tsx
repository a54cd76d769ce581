'use client'

import { useRouter } from 'next/navigation'

import { useShortcuts } from '#lib/ui/shortcuts'

export function SectionKeys() {
  const router = useRouter()
  useShortcuts({
    n: () => router.push('/admin/sections?id=new'),
    Escape: () => router.push('/admin/sections'),
  })
  return null
}
