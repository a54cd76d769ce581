/** Times as a form takes them, `2026-05-14T08:12`: by the newsroom's clock, whatever the browser's is. */
import { formatOf } from '#lib/site/time'

/** `2026-05-14T08:12` */
export function localIn(at: Date, zone: string): string {
  const parts = formatOf('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const value = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${value('year').padStart(4, '0')}-${value('month')}-${value('day')}T${value('hour')}:${value('minute')}`
}

const DAY = 86_400_000

/**
 * The instant at which the newsroom's clock shows it: the first where it shows it twice, and where it never does, as far
 * after the gap as the time is into it.
 * @returns undefined for what is no time
 */
export function instantIn(local: string, zone: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return undefined
  const wall = Date.parse(`${local.slice(0, 16)}Z`)
  if (Number.isNaN(wall)) return undefined
  const offset = (at: number) => Date.parse(`${localIn(new Date(at), zone)}Z`) - Math.floor(at / 60_000) * 60_000
  // No zone changes its clock twice within two days.
  const before = wall - offset(wall - DAY)
  const after = wall - offset(wall + DAY)
  const shows = (at: number) => localIn(new Date(at), zone) === local.slice(0, 16)
  return new Date(shows(before) || !shows(after) ? before : after)
}
