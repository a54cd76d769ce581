import { timesIn } from './local-time'
import { typedTime } from './typed-time'

/**
 * An hour as it was read: by the newsroom's clock, and the instant; or what is to be asked about it: the first time after
 * a gap, or both where it comes twice. Milliseconds. `fault`: why it cannot be taken.
 */
export type ReadTime = { local: string; at?: number; gap?: number; twice?: [number, number]; fault?: string }

/**
 * Reads an hour as it was typed or picked (`2026-05-14T08:12`).
 * @param wholeDays a day without an hour is meant to its last minute; else it is no hour
 * @returns nothing for what is none
 */
export function readTime(typed: string, zone: string, now: Date, wholeDays = false): ReadTime | null {
  const local = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)/.exec(typed)?.slice(1).join('T')
  const picked = local && timesIn(local, zone)
  const time = picked ? { local, ...picked } : typedTime(typed, zone, now, wholeDays)
  if (!time) return null
  if ('at' in time) return { local: time.local, at: time.at.getTime() }
  if ('gap' in time) return { local: time.local, gap: time.gap.getTime() }
  return { local: time.local, twice: [time.twice[0].getTime(), time.twice[1].getTime()] }
}

/** The last instant that it may mean. */
export const lastOf = ({ at, gap, twice }: ReadTime): number => at ?? gap ?? twice?.[1] ?? Number.NaN

/**
 * The instant that a form sends: milliseconds, or what was typed where it was sent before that was read.
 * An hour that comes twice is the last.
 * @returns null for no hour, undefined for what is none
 */
export function sentTime(sent: string, zone: string, now: Date, wholeDays = false): Date | null | undefined {
  const text = sent.trim()
  if (!text) return null
  if (/^\d{10,15}$/.test(text)) return new Date(Number(text))
  const read = readTime(text, zone, now, wholeDays)
  return read ? new Date(lastOf(read)) : undefined
}
