import type { Messages } from '#lib/messages/find'

import type { Card } from '../queries/cards'
import type { Section } from '../queries/paper'
import { type Clock, date } from '../time'
import { CardPicture, Stand, StoryCard } from './card'
import { colourOf, isVoiced } from './colour'
import { Paid } from './labels'
import { spoken } from './spoken'
import { columnSpot, nextSpot } from './spots'

type Props = { section: Section; related: Card[]; next?: Card; t: Messages; on: Clock }

/** What a reader may read after a story: related ones, and the next of the section. */
export function AfterStory({ section, related, next, t, on }: Props) {
  const dated = (card: Card, size: 's' | 'xs') => (
    <div key={card.id} className="card">
      <StoryCard card={card} t={t} size={size} spot={size === 's' ? columnSpot(4, true) : undefined} />
      <p className="by">
        <time dateTime={card.publishedAt.toISOString()}>{date(card.publishedAt, on)}</time>
      </p>
    </div>
  )
  if (!related.length && !next) return null
  return (
    <div className={`wrap ${colourOf(section)}`}>
      {related.length > 0 && (
        <section className="box thick mt-[2.8125rem]" aria-labelledby="related">
          <div className="title-row">
            <h2 id="related" className="text-ink">
              {t.related}
            </h2>
          </div>
          <div className="cols ruled">
            {related.slice(0, 2).map((card) => (
              <div key={card.id} className="n4">
                {dated(card, 's')}
              </div>
            ))}
            {related.length > 2 && <div className="n4 full">{related.slice(2).map((card) => dated(card, 'xs'))}</div>}
          </div>
        </section>
      )}
      {next && (
        <nav className={isVoiced(next) ? 'next voice' : 'next'} aria-label={t.nextIn(section.name)}>
          <CardPicture card={next} {...nextSpot} />
          <p className="kicker">{t.nextIn(section.name)}</p>
          <Paid story={next} t={t} />
          <h2 {...spoken(next.language)}>
            <a href={next.path}>{next.headline}</a>
          </h2>
          <Stand card={next} />
        </nav>
      )}
    </div>
  )
}
