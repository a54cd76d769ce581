/** Times as a form takes them, `2026-05-14T08:12`: by the newsroom's clock, whatever the browser's is. */
import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant'
import { create, toString as toText, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime'
import { getTimeZoneTransition, toPlainDateTime } from 'temporal-polyfill/fns/ZonedDateTime'

/**
 * What the newsroom's clock makes of a time: an instant; none, as the clocks go past it, and then the first time after
 * the gap; or two, as they show it twice.
 */
export type LocalTime = { at: Date } | { gap: Date } | { twice: [earlier: Date, later: Date] }

/** `2026-05-14T08:12` */
export const localIn = (at: Date, zone: string): string =>
  toText(toPlainDateTime(toZonedDateTimeISO(fromEpochMilliseconds(at.getTime()), zone)), { smallestUnit: 'minute' })

/**
 * The instant at which the newsroom's clock shows it: the first where it shows it twice, and where it never does, as far
 * after the gap as the time is into it.
 * @returns undefined for what is no time
 */
export function instantIn(local: string, zone: string): Date | undefined {
  const plain = read(local)
  return plain && dateOf(toZonedDateTime(plain, zone, { disambiguation: 'compatible' }))
}

/** @returns undefined for what is no time */
export function timesIn(local: string, zone: string): LocalTime | undefined {
  const plain = read(local)
  if (!plain) return undefined
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    toZonedDateTime(plain, zone, { disambiguation }),
  ) as [Zoned, Zoned]
  if (earlier.epochNanoseconds === later.epochNanoseconds) return { at: dateOf(earlier) }
  if (toText(toPlainDateTime(earlier)) === toText(plain)) return { twice: [dateOf(earlier), dateOf(later)] }
  const after = getTimeZoneTransition(earlier, 'next')
  return { gap: dateOf(after ?? later) }
}

type Zoned = ReturnType<typeof toZonedDateTime>

const dateOf = ({ epochMilliseconds }: Zoned) => new Date(epochMilliseconds)

function read(local: string) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(local)?.slice(1).map(Number)
  if (!parts) return undefined
  const [year, month, day, hour, minute] = parts as [number, number, number, number, number]
  try {
    return create(year, month, day, hour, minute)
  } catch {
    return undefined
  }
}
