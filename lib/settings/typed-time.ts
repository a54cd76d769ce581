/**
 * Times as one types them: “tomorrow 6am”, “fri 18:00”, “in 2 hours”, “0600”. By the newsroom's clock, days before
 * months, and always ahead. On the server, or loaded when first asked for: chrono is larger than all else of a form.
 */
import { GB } from 'chrono-node/en'
import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant'
import { addDays, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime'

import { type LocalTime, localIn, timesIn } from './local-time'

type Parsed = ReturnType<typeof GB.parse>[number]['start']

export type TypedTime = LocalTime & { local: string }

/** A figure alone, or after a day's name, is an hour: `6`, `18`, `0600`, `18.30`, `18h30`. */
const hourAlone = /^(?:at )?(\d{1,2})(?:[:.h](\d\d)?|(\d\d))?$/
const hourOfDay =
  /^(today|tomorrow|(?:(?:on|next|this) )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*),? (?:at )?(\d{1,2})(?:[.h])?(\d\d)?$/

/** What begins with a nought is no year: `18 june 0600`. */
const hourInWords = /\b(0\d)([0-5]\d)\b/g

/**
 * @param wholeDays a day without an hour (“31 dec”, “in 3 months”) is meant to its last minute
 * @returns undefined for what is no time, or only part of one: a day without an hour, a span
 */
export function typedTime(typed: string, zone: string, now: Date, wholeDays = false): TypedTime | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const [, hour, minute, after] = hourAlone.exec(text) ?? []
  if (hour) return nextAt(Number(hour), Number(minute ?? after ?? 0), zone, now)
  const dated = text.replace(hourOfDay, (_, day, at, past = '00') => `${day} ${at}:${past}`)
  return readWords(dated.replace(hourInWords, '$1:$2'), zone, now, wholeDays)
}

/** When the clock shows it next, today or tomorrow; of an hour that comes twice, the time that is still to come. */
function nextAt(hour: number, minute: number, zone: string, now: Date): TypedTime | undefined {
  const here = toZonedDateTimeISO(fromEpochMilliseconds(now.getTime()), zone)
  for (const { epochMilliseconds } of [here, addDays(here, 1)]) {
    const day = localIn(new Date(epochMilliseconds), zone).slice(0, 10)
    const local = `${day}T${two(hour)}:${two(minute)}`
    const time = timesIn(local, zone)
    if (!time) return undefined
    const ahead = stillAhead(time, now)
    if (ahead) return { local, ...ahead }
  }
  return undefined
}

function stillAhead(time: LocalTime, now: Date): LocalTime | undefined {
  if ('at' in time) return time.at > now ? time : undefined
  if ('gap' in time) return time.gap > now ? time : undefined
  const [earlier, later] = time.twice
  if (earlier > now) return time
  return later > now ? { at: later } : undefined
}

function readWords(text: string, zone: string, now: Date, wholeDays: boolean): TypedTime | undefined {
  // What chrono takes for the local time of the reference: the newsroom's, whatever the server's zone is.
  const reference = { instant: now, timezone: offsetIn(now, zone) }
  const [found, more] = GB.parse(text, reference, { forwardDate: true })
  if (!found || more || found.end || found.text.length !== text.length) return undefined
  const { start } = found
  const day = dayOf(start, text, localIn(now, zone).slice(8, 10))
  if (!start.isCertain('hour')) return wholeDays && namesDay(text, start) ? endOf(day, zone) : undefined
  // “in 2 hours”, “6am GMT”: an instant, whatever the newsroom's clock does until then.
  if (start.isCertain('timezoneOffset')) {
    const at = new Date(Math.floor(start.date().getTime() / 60_000) * 60_000)
    return { local: localIn(at, zone), at }
  }
  const [hour, minute] = [start.get('hour') ?? 0, start.get('minute') ?? 0]
  const dated = (['day', 'weekday', 'month'] as const).some((part) => start.isCertain(part))
  if (!dated) return nextAt(hour, minute, zone, now)
  const local = `${day}T${two(hour)}:${two(minute)}`
  const time = timesIn(local, zone)
  return time && { local, ...time }
}

/** A month alone (“june”) is no day; one that is counted from today (“in 3 months”) is. */
const namesDay = (text: string, start: Parsed) =>
  start.isCertain('day') || start.isCertain('weekday') || /\b(month|year)s?\b/.test(text)

function endOf(day: string, zone: string): TypedTime | undefined {
  const local = `${day}T23:59`
  const time = timesIn(local, zone)
  return time && { local, ...time }
}

/**
 * Chrono counts months past the end of a short one: three months from 30 November were 2 March. They end with it.
 * @param today day of the month, two figures
 */
function dayOf(start: Parsed, text: string, today: string): string {
  const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 1, start.get('day') ?? 1]
  const counted = /\b(?:month|year)s?\b/.test(text) && !/\b(?:half|days?|weeks?)\b|\./.test(text)
  const isPast = counted && !start.isCertain('day') && day <= 3 && Number(today) >= 29
  return isPast
    ? new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)
    : `${year}-${two(month)}-${two(day)}`
}

const two = (figure: number | null) => String(figure ?? 0).padStart(2, '0')

/** Minutes by which the newsroom's clock is ahead of UTC. */
const offsetIn = (at: Date, zone: string) =>
  offsetNanoseconds(toZonedDateTimeISO(fromEpochMilliseconds(at.getTime()), zone)) / 60_000_000_000
