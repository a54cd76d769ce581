'use client'

import { useEffect, useRef } from 'react'

/** Whether the key goes to somebody's typing. */
const typing = (event: KeyboardEvent) =>
  event.target instanceof HTMLElement &&
  (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))

/**
 * Keys of a screen. Names: `n`, `?`, `Escape`, with modifiers `Mod+Enter`, `Mod+Shift+d` (Mod is Ctrl, or ⌘ on a Mac).
 * Keys without Mod are ignored while somebody types or a dialog or a menu is open.
 */
export function useShortcuts(keys: Record<string, () => void>) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey
      const name = [
        mod && 'Mod',
        event.altKey && 'Alt',
        mod && event.shiftKey && 'Shift',
        event.key.length === 1 && mod ? event.key.toLowerCase() : event.key,
      ]
        .filter(Boolean)
        .join('+')
      const act = latest.current[name]
      if (
        !act ||
        event.isComposing ||
        (!mod && (typing(event) || document.querySelector('dialog[open], [role="menu"]')))
      )
        return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
