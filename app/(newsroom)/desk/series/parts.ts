/** A part as the form shows it; `state` as fronts tell it. */
export type Part = { id: string; name: string; state: 'live' | 'scheduled' | 'unpublished' | 'withdrawn' | 'hidden' }

/** The part at one place stands at another, the others in their order. */
export function moved<T>(parts: readonly T[], from: number, to: number): T[] {
  const part = parts[from]
  const rest = parts.filter((_, i) => i !== from)
  const place = Math.min(Math.max(to, 0), rest.length)
  return part === undefined ? [...parts] : [...rest.slice(0, place), part, ...rest.slice(place)]
}
