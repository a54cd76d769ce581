import type { Messages } from '#lib/messages/find'

import { nameOf, type Span, shortName } from '../calendar'
import type { Card } from '../queries/cards'
import type { Section } from '../queries/paper'
import type { Clock } from '../time'
import { colourOf } from './colour'
import { Row } from './river'

type Counted = { span: Span; stories: number }
type Spoken = { t: Messages; on: Clock }

/** Months or days, each with how many stories it has. */
export const Parts = ({ parts, t, on }: { parts: Counted[] } & Spoken) => (
  <ul className="index">
    {parts.map(({ span, stories }) => (
      <li key={span.path}>
        <a href={span.path}>{shortName(span, on)}</a> <span className="count">{t.stories(stories)}</span>
      </li>
    ))}
  </ul>
)

/** Every year of the paper with its months. */
export const Years = ({ years, t, on }: { years: (Counted & { months: Counted[] })[] } & Spoken) =>
  years.map(({ span, stories, months }) => (
    <section key={span.path} className="day" aria-labelledby={`y${span.parts[0]}`}>
      <h2 id={`y${span.parts[0]}`}>
        <a href={span.path}>{nameOf(span, on)}</a> <small>{t.stories(stories)}</small>
      </h2>
      <Parts parts={months} t={t} on={on} />
    </section>
  ))

/** What the paper published on a day, by its sections in their order. */
export const DayList = ({ cards, sections, t, on }: { cards: Card[]; sections: Section[] } & Spoken) =>
  sections
    .map((section) => ({ section, own: cards.filter((card) => card.section.id === section.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ section, own }) => (
      <section key={section.id} className={`day ${colourOf(section)}`} aria-labelledby={`s${section.id}`}>
        <h2 id={`s${section.id}`}>
          <a href={`/${section.slug}`}>{section.name}</a>
        </h2>
        <div>
          {own.map((card) => (
            <Row key={card.id} card={card} pictured={false} over="topic" t={t} on={on} />
          ))}
        </div>
      </section>
    ))

/** What holds a day or a month, as links. */
export const Within = ({ spans, t, on }: { spans: Span[] } & Spoken) => (
  <nav aria-label={t.archive.title}>
    <ul className="strip">
      <li>
        <a href="/archive">{t.archive.title}</a>
      </li>
      {spans.map((span) => (
        <li key={span.path}>
          <a href={span.path}>{nameOf(span, on)}</a>
        </li>
      ))}
    </ul>
  </nav>
)
