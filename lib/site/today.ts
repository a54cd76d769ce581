import { holdsUntil } from './context'
import { type Clock, endOfDay } from './time'

/** The moment of a render, for a page that names the day: it holds until the paper's midnight. */
export function today(on: Clock, now = new Date()): Date {
  holdsUntil(endOfDay(now, on))
  return now
}
