'use client'

import { useEffect, useState } from 'react'

const key = 'stet-focus-mode'

/** Whether the text stands alone, without outline and panel; this device remembers it. */
export function useFocusMode(): [on: boolean, toggle: () => void] {
  const [on, setOn] = useState(false)
  useEffect(() => {
    try {
      setOn(localStorage.getItem(key) === 'on')
    } catch {
      // A browser that keeps nothing begins anew.
    }
  }, [])
  const toggle = () => {
    setOn(!on)
    try {
      localStorage.setItem(key, on ? 'off' : 'on')
    } catch {
      // There, too, it holds as long as the window is open.
    }
  }
  return [on, toggle]
}
