/** Times as the desk shows them: always in the newsroom's zone, 24 hours. */
import { formatOf } from '#lib/site/time'

const part = (at: Date, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  formatOf('en-GB', { timeZone, ...options }).format(at)

/** `09:14` */
export const clockIn = (at: Date, zone: string) =>
  part(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `BST`, `GMT+2`: the zone's own short name at that instant. */
export const zoneIn = (at: Date, zone: string) =>
  formatOf('en-GB', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(at)
    .find((p) => p.type === 'timeZoneName')?.value ?? ''

/** `Thursday 14 May` */
export const dayIn = (at: Date, zone: string) =>
  part(at, zone, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')

const dateIn = (at: Date, zone: string) => part(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' })

/** Shortest that is still exact: `09:14` today, `yesterday 09:14`, `Tue 09:14` within the week, `3 March`, `3 March 2025`. */
export function whenIn(at: Date, zone: string, now: Date): string {
  const days = -daysAhead(at, zone, now)
  if (days === 0) return clockIn(at, zone)
  if (days === 1) return `yesterday ${clockIn(at, zone)}`
  if (hasClock(days)) return `${part(at, zone, { weekday: 'short' })} ${clockIn(at, zone)}`
  const sameYear = dateIn(at, zone).slice(-4) === dateIn(now, zone).slice(-4)
  return part(at, zone, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** The same with its zone, which a bare day needs not: `09:14 BST`, `Tue 09:14 BST`, `3 March`. */
export function whenZonedIn(at: Date, zone: string, now: Date): string {
  const when = whenIn(at, zone, now)
  return hasClock(-daysAhead(at, zone, now)) ? `${when} ${zoneIn(at, zone)}` : when
}

const hasClock = (daysAgo: number) => daysAgo >= 0 && daysAgo < 7

/** `2026-05-14`, the day of the newsroom. */
export const isoDay = (at: Date, zone: string) => dateIn(at, zone).split('/').reverse().join('-')

/** An hour to come, or past, with its zone: `18:00 BST`, `tomorrow 06:00 BST`, `Friday 22 May, 18:00 BST`, with the year of another. */
export function hourIn(at: Date, zone: string, now: Date): string {
  const hour = `${clockIn(at, zone)} ${zoneIn(at, zone)}`
  const days = daysAhead(at, zone, now)
  if (days === 0) return hour
  if (days === 1) return `tomorrow ${hour}`
  const year = isoDay(at, zone).slice(0, 4) === isoDay(now, zone).slice(0, 4) ? '' : ` ${isoDay(at, zone).slice(0, 4)}`
  return `${dayIn(at, zone)}${year}, ${hour}`
}

const daysAhead = (at: Date, zone: string, now: Date) =>
  Math.round((Date.parse(isoDay(at, zone)) - Date.parse(isoDay(now, zone))) / 86_400_000)
