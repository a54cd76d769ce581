import type { Messages } from '#lib/messages/find'

import type { Card } from '../queries/cards'
import type { OtherPart, PartOf } from '../queries/series'
import { type Clock, date } from '../time'
import { CardPicture, Stand } from './card'
import { colourOf } from './colour'
import { Paid } from './labels'
import { spoken } from './spoken'
import { rowSpot } from './spots'

/** Where a series stands. */
export const seriesPath = ({ slug }: { slug: string }) => `/series/${slug}`

type ListProps = { cards: Card[]; t: Messages; on: Clock }

/** The parts of a series, the first first. */
export const PartList = ({ cards, t, on }: ListProps) => (
  <ol className="parts">
    {cards.map((card, i) => (
      <li key={card.id} className={`hit ${colourOf(card.section)}`}>
        <CardPicture card={card} {...rowSpot} />
        <p className="kicker">
          {t.series.part(i + 1)} <span>{date(card.publishedAt, on)}</span>
        </p>
        <Paid story={card} t={t} />
        <h2 {...spoken(card.language)}>
          <a href={card.path}>{card.headline}</a>
        </h2>
        <Stand card={card} />
      </li>
    ))}
  </ol>
)

type PartProps = { part: PartOf; t: Messages }

/** Over a story's headline, in the line of its section: what it is a part of, and which. One that stands alone so far is not counted. */
export const PartLine = ({ part: { series, number, of }, t }: PartProps) => (
  <>
    <a href={seriesPath(series)}>{series.name}</a>
    {of > 1 && `, ${t.series.partOf(number, of)}`}
  </>
)

/** At a story's end: the part before it, and the one after. */
export const PartsBeside = ({ part: { series, previous, next }, t, language }: PartProps & { language?: string }) =>
  (previous || next) && (
    <nav className="beside" aria-label={series.name} {...spoken(language ?? '')}>
      {previous && <Beside part={previous} rel="prev" word={t.series.previous(previous.number)} />}
      {next && <Beside part={next} rel="next" word={t.series.next(next.number)} />}
    </nav>
  )

const Beside = ({ part, rel, word }: { part: OtherPart; rel: string; word: string }) => (
  <p>
    <span>{word}</span>{' '}
    <a href={part.path} rel={rel} {...spoken(part.language)}>
      {part.headline}
    </a>
  </p>
)
