import type { Messages } from '#lib/messages/find'

import type { Card } from '../queries/cards'
import { type Clock, clock, date, isoDay, weekday } from '../time'
import { colourOf, isVoice } from './colour'

type RiverProps = {
  cards: Card[]
  now: Date
  t: Messages
  on: Clock
  over: 'topic' | 'section'
  /** The person whose page it is, by id: only who wrote with them is named. */
  of?: string
}

/** Stories by day, newest first, the time in front. */
export function River({ cards, now, t, on, over, of }: RiverProps) {
  return days(cards, on, (card) => card.publishedAt).map(([day, stories]) => {
    const [name, full] = dayName(stories[0]?.publishedAt ?? now, now, t, on)
    return (
      <section key={day} className="day" aria-labelledby={`d${day}`}>
        <h2 id={`d${day}`}>
          {name} {full && <small>{full}</small>}
        </h2>
        <div>
          {stories.map((card) => (
            <Row key={card.id} card={card} t={t} on={on} over={over} of={of} />
          ))}
        </div>
      </section>
    )
  })
}

function Row({ card, t, on, over, of }: Omit<RiverProps, 'cards' | 'now'> & { card: Card }) {
  const kicker = over === 'section' ? card.section.name : card.topics[0]?.name
  const others = t.listed(card.authors.filter((author) => author.id !== of).map((author) => author.name))
  return (
    <article className={`row ${colourOf(card.section)}${isVoice(card.section) ? ' voice' : ''}`}>
      <time dateTime={card.publishedAt.toISOString()}>{clock(card.publishedAt, on)}</time>
      <div>
        {kicker && <p className="kicker">{kicker}</p>}
        <h3>
          <a href={card.path}>{card.headline}</a>
        </h3>
        {card.standfirst && <p className="stand">{card.standfirst}</p>}
      </div>
      {others && <p className="by">{of ? t.with(others) : others}</p>}
    </article>
  )
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
