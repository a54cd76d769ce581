const key = 'stet-characters'
const most = 10

/** Signs that were put in from this device, the last one first. */
export function lastCharacters(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function keepCharacter(sign: string) {
  try {
    const others = lastCharacters().filter((one) => one !== sign)
    localStorage.setItem(key, JSON.stringify([sign, ...others].slice(0, most)))
  } catch {
    // A browser that keeps nothing begins anew.
  }
}
