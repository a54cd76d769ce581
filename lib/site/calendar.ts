import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDate'

import { type Clock, formatOf, isoDay, longDate } from './time'

/** A year, a month or a day of the paper: from its first instant to that of the next. */
export type Span = { parts: Parts; path: string; from: Date; to: Date }

type Parts = [year: number] | [year: number, month: number] | [year: number, month: number, day: number]

/**
 * What an address below `/archive` names: `2026`, `2026/11`, `2026/11/30`.
 * @returns undefined for what is no date, or is not written so
 */
export function spanOf(address: string, zone: string): Span | undefined {
  const [, ...found] = /^([12]\d{3})(?:\/(\d\d))?(?:\/(\d\d))?$/.exec(address) ?? []
  const parts = found.filter(Boolean).map(Number) as Parts
  const [year, month = 1, day = 1] = parts
  const named = new Date(Date.UTC(year, month - 1, day))
  // The calendar has turned 31 February into another day.
  if (!parts.length || named.getUTCMonth() !== month - 1 || named.getUTCDate() !== day) return undefined
  return { parts, path: `/archive/${address}`, from: startOf(zone, parts), to: startOf(zone, after(parts)) }
}

/** The year, month or day in which something happened. @param level 1, 2 or 3 parts */
export function spanAt(at: Date, level: number, zone: string): Span {
  const address = isoDay(at, { zone, language: '' }).split('-').slice(0, level).join('/')
  const span = spanOf(address, zone)
  if (!span) throw new Error(`${address} is no date`)
  return span
}

/** Its months or days, in order. */
export function spansIn({ path, from, to }: Span, zone: string): Span[] {
  const address = path.slice('/archive/'.length)
  const spans = Array.from({ length: 31 }, (_, i) => spanOf(`${address}/${String(i + 1).padStart(2, '0')}`, zone))
  return spans.filter((span) => span !== undefined).filter((span) => span.from >= from && span.to <= to)
}

/** Where all of a day stands. @param at any moment of it */
export const dayPath = (at: Date, on: Clock) => `/archive/${isoDay(at, on).replaceAll('-', '/')}`

/** `2026`, `November 2026`, `Monday 30 November 2026` */
export function nameOf({ parts, from }: Span, on: Clock): string {
  if (parts.length === 3) return longDate(from, on)
  const month = parts.length === 2 ? ({ month: 'long' } as const) : {}
  return formatOf(on.language, { timeZone: on.zone, year: 'numeric', ...month }).format(from)
}

/** Within what holds it: `November`, `Monday 30`. */
export function shortName({ parts, from }: Span, on: Clock): string {
  const within = parts.length === 3 ? ({ weekday: 'long', day: 'numeric' } as const) : ({ month: 'long' } as const)
  return formatOf(on.language, { timeZone: on.zone, ...within }).format(from)
}

function after([year, month, day]: Parts): Parts {
  if (month === undefined) return [year + 1]
  const next = new Date(Date.UTC(year, day === undefined ? month : month - 1, day === undefined ? 1 : day + 1))
  return [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()]
}

/** The first instant of a day: not midnight everywhere and always. */
const startOf = (zone: string, [year, month = 1, day = 1]: Parts) =>
  new Date(toZonedDateTime(create(year, month, day), zone).epochMilliseconds)
