'use client'

import { useEffect, useRef } from 'react'

/** Whether the key goes to somebody's typing. */
const typing = (event: KeyboardEvent) =>
  event.target instanceof HTMLElement &&
  (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))

/**
 * Keys of a screen. Names: `n`, `?`, `Escape`, with modifiers `Mod+Enter`, `Mod+Shift+d` (Mod is Ctrl, or ⌘ on a Mac),
 * `Shift+F3`. Keys without Mod, but function keys, are ignored while somebody types or a dialog or a menu is open. A key
 * that has been answered where it was pressed is not answered again; an act that gives false leaves it to the browser.
 */
export function useShortcuts(keys: Record<string, () => unknown>) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey
      const always = mod || /^F\d+$/.test(event.key)
      const name = [
        mod && 'Mod',
        event.altKey && 'Alt',
        always && event.shiftKey && 'Shift',
        event.key.length === 1 && mod ? event.key.toLowerCase() : event.key,
      ]
        .filter(Boolean)
        .join('+')
      const act = latest.current[name]
      if (
        !act ||
        event.isComposing ||
        event.defaultPrevented ||
        (!always && (typing(event) || document.querySelector('dialog[open], [role="menu"]')))
      )
        return
      if (act() !== false) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
