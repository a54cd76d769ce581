'use client'

import { useCallback, useMemo, useState } from 'react'

import type { Tab } from './panel'

export type PanelHandle = ReturnType<typeof usePanel>

/** Which tab stands beside the text, and, where the panel lies over the text, whether it is wanted. */
export function usePanel() {
  const [tab, choose] = useState<Tab>('publish')
  const [open, setOpen] = useState(false)
  /** Brings a tab up; without one, that which stood last. */
  const show = useCallback((wanted?: Tab) => {
    if (wanted) choose(wanted)
    setOpen(true)
  }, [])
  const close = useCallback(() => setOpen(false), [])
  const toggle = useCallback(() => setOpen((was) => !was), [])
  return useMemo(() => ({ tab, open, choose, show, close, toggle }), [tab, open, show, close, toggle])
}
