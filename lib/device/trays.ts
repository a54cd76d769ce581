import type { TrayItem } from '#lib/checks/paste/finding'

const sign = 'stet tray'
const keyOf = (person: string, story: string) => `${sign} ${person} ${story}`

/** What this person discarded from a story in this browser; nothing where the browser keeps nothing, or keeps what is no tray. */
export function loadTray(person: string, story: string): TrayItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person, story)) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

/** Keeps it over a reload; an empty one leaves nothing behind. */
export function saveTray(person: string, story: string, tray: readonly TrayItem[]): void {
  try {
    if (tray.length) localStorage.setItem(keyOf(person, story), JSON.stringify(tray))
    else localStorage.removeItem(keyOf(person, story))
  } catch {
    // A browser that keeps nothing has the tray as long as the window is open.
  }
}

/** Takes away a person's, and those that once were kept under nobody's name. @param but stories whose trays stay */
export function forgetTrays(person: string, but: ReadonlySet<string>): void {
  if (typeof localStorage === 'undefined') return
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
  for (const key of keys) {
    if (!key.startsWith(`${sign} `)) continue
    const [whose, story] = key.slice(sign.length + 1).split(' ')
    if (story === undefined || (whose === person && !but.has(story))) localStorage.removeItem(key)
  }
}
