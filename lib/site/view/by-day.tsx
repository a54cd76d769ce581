import type { ReactNode } from 'react'

import type { Messages } from '#lib/messages/find'

import { type Clock, date, isoDay, weekday } from '../time'

type Props<T> = {
  /** In the order in which they are shown. */
  all: T[]
  at: (one: T) => Date
  row: (one: T) => ReactNode
  now: Date
  t: Messages
  on: Clock
}

/** A list in its order, what happened on one day of the paper under that day's name. */
export function ByDay<T>({ all, at, row, now, t, on }: Props<T>) {
  return days(all, on, at).map(([day, ones]) => {
    const [name, full] = dayName(ones[0] ? at(ones[0]) : now, now, t, on)
    return (
      <section key={day} className="day" aria-labelledby={`d${day}`}>
        <h2 id={`d${day}`}>
          {name} {full && <small>{full}</small>}
        </h2>
        <div>{ones.map(row)}</div>
      </section>
    )
  })
}

/** What happened on one day of the paper together, in its order. */
export function days<T>(all: T[], on: Clock, at: (one: T) => Date): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const day = isoDay(at(one), on)
    groups.set(day, [...(groups.get(day) ?? []), one])
  }
  return [...groups]
}

/** `Today` and its date; `Thursday` and its date within the week; the date alone before that. */
export function dayName(at: Date, now: Date, t: Messages, on: Clock): [string, string] {
  const ago = Math.round((Date.parse(isoDay(now, on)) - Date.parse(isoDay(at, on))) / 86_400_000)
  if (ago === 0) return [t.today, weekday(at, on)]
  if (ago === 1) return [t.yesterday, weekday(at, on)]
  return [date(at, on), '']
}
