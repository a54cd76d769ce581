import type { TrayItem } from '#lib/checks/paste/finding'

const keyOf = (story: string) => `stet tray ${story}`

/** What was discarded from a story in this browser; nothing where the browser keeps nothing, or keeps what is no tray. */
export function loadTray(story: string): TrayItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(story)) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

/** Keeps it over a reload; an empty one leaves nothing behind. */
export function saveTray(story: string, tray: readonly TrayItem[]): void {
  try {
    if (tray.length) localStorage.setItem(keyOf(story), JSON.stringify(tray))
    else localStorage.removeItem(keyOf(story))
  } catch {
    // A browser that keeps nothing has the tray as long as the window is open.
  }
}
