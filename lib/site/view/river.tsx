import type { Messages } from '#lib/messages/find'

import type { Card } from '../queries/cards'
import { type Clock, clock } from '../time'
import { ByDay } from './by-day'
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
export const River = ({ cards, ...how }: RiverProps) => (
  <ByDay
    {...how}
    all={cards}
    at={(card) => card.publishedAt}
    row={(card) => <Row key={card.id} {...how} card={card} />}
  />
)

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
