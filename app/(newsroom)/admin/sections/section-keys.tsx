'use client'

import { useGo } from '#app/(newsroom)/use-unsaved'
import { useShortcuts } from '#lib/ui/shortcuts'

export function SectionKeys() {
  const go = useGo()
  useShortcuts({
    n: () => go('/admin/sections?id=new'),
    Escape: () => go('/admin/sections'),
  })
  return null
}
