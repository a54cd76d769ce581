/** Keys of the archive, in UTC, as the publication log knows no zone: `archive:2026`, `archive:2026-11`, to the hour. */
const lengths = [4, 7, 10, 13]

const keyOf = (at: number, length: number) => `archive:${new Date(at).toISOString().slice(0, length)}`

/** What of the archive a story stands in. */
export const archiveKeys = (publishedAt: Date): string[] =>
  lengths.map((length) => keyOf(publishedAt.getTime(), length))

/** The hour that a key names; undefined for one that names more. */
export const hourOf = (key: string): Date | undefined =>
  /^archive:.{13}$/.test(key) ? new Date(`${key.slice('archive:'.length)}:00:00Z`) : undefined

const hour = 3_600_000

/**
 * The fewest keys by which every story of a stretch of time is known, and none that is an hour away from it.
 * @param from ms @param to ms, not within it
 */
export function coveringKeys(from: number, to: number): string[] {
  const keys: string[] = []
  for (let at = Math.floor(from / hour) * hour; at < to; ) {
    const [length, next] = largestAt(at, to)
    keys.push(keyOf(at, length))
    at = next
  }
  return keys
}

/** The longest of year, month, day and hour that begins just then and is over in time; an hour in any case. */
function largestAt(at: number, to: number): [length: number, next: number] {
  const date = new Date(at)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const ends = [Date.UTC(year + 1, 0), Date.UTC(year, month + 1), Date.UTC(year, month, day + 1)]
  const starts = [Date.UTC(year, 0), Date.UTC(year, month), Date.UTC(year, month, day)]
  const found = ends.findIndex((end, i) => starts[i] === at && end <= to)
  return found < 0 ? [13, at + hour] : [lengths[found] as number, ends[found] as number]
}
