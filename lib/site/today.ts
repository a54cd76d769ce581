import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant'
import { addDays, startOfDay } from 'temporal-polyfill/fns/ZonedDateTime'

import { holdsUntil } from './context'
import type { Clock } from './time'

/** The moment of a render, for a page that names the day: it holds until the paper's midnight. */
export function today(on: Clock, now = new Date()): Date {
  holdsUntil(endOfDay(now, on))
  return now
}

/** When the paper's day ends: until then "today" is true. Not beside the other times, which the desk's pages load, too. */
export const endOfDay = (at: Date, { zone }: Clock): Date => {
  const tomorrow = addDays(toZonedDateTimeISO(fromEpochMilliseconds(at.getTime()), zone), 1)
  return new Date(startOfDay(tomorrow).epochMilliseconds)
}
