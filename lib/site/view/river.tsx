import type { Messages } from '#lib/messages/find'

import { picturesOnce } from '../pictures-once'
import type { Card } from '../queries/cards'
import { type Clock, clock } from '../time'
import { ByDay } from './by-day'
import { CardPicture, Stand } from './card'
import { colourOf, isVoiced } from './colour'
import { Paid } from './labels'
import { spoken } from './spoken'
import { rowSpot } from './spots'

type RiverProps = {
  cards: Card[]
  now: Date
  t: Messages
  on: Clock
  over: 'topic' | 'section'
  /** The person whose page it is, by id: only who wrote with them is named. */
  of?: string
  /** Ids of pictures that stand above. */
  seen?: Iterable<string>
}

/** Stories by day, newest first, the time in front. */
export function River({ cards: all, seen, ...how }: RiverProps) {
  const cards = picturesOnce(all, seen)
  const pictured = everySecond(cards)
  return (
    <ByDay
      {...how}
      all={cards}
      at={(card) => card.publishedAt}
      row={(card) => <Row key={card.id} {...how} card={card} pictured={pictured.has(card)} />}
    />
  )
}

/** No two pictures one below the other: the eye runs down the headlines. */
function everySecond(cards: Card[]): Set<Card> {
  const shown = new Set<Card>()
  for (const [i, card] of cards.entries()) if (card.picture && !shown.has(cards[i - 1] as Card)) shown.add(card)
  return shown
}

/** A story in one line of a list, the time in front. */
export function Row({
  card,
  pictured,
  t,
  on,
  over,
  of,
}: Omit<RiverProps, 'cards' | 'now' | 'seen'> & { card: Card; pictured: boolean }) {
  const kicker = card.kicker || (over === 'section' ? card.section.name : card.topics[0]?.name)
  const others = t.listed(card.authors.filter((author) => author.id !== of).map((author) => author.name))
  return (
    <article className={`row ${colourOf(card.section)}${isVoiced(card) ? ' voice' : ''}`}>
      <time dateTime={card.publishedAt.toISOString()}>{clock(card.publishedAt, on)}</time>
      <div>
        {card.sponsor ? <Paid story={card} t={t} /> : kicker && <p className="kicker">{kicker}</p>}
        <h3 {...spoken(card.language)}>
          <a href={card.path}>{card.headline}</a>
        </h3>
        <Stand card={card} />
      </div>
      {pictured && <CardPicture card={card} {...rowSpot} />}
      {others && <p className="by">{of ? t.with(others) : others}</p>}
    </article>
  )
}
