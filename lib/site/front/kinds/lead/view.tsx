import type { Setting } from '#lib/site/front/filling'
import type { Card } from '#lib/site/queries/cards'
import { clock, isoDay, shortDay } from '#lib/site/time'
import { Caption } from '#lib/site/view/caption'
import { Byline, kickerOf, Stand, StoryCard } from '#lib/site/view/card'
import { colourOf, isVoiced } from '#lib/site/view/colour'
import { Paid, PaidInline } from '#lib/site/view/labels'
import { Picture } from '#lib/site/view/picture'
import { spoken } from '#lib/site/view/spoken'
import { columnSpot } from '#lib/site/view/spots'

type Shown = { lead: Card; opening: string[]; subs: Card[]; latest: Card[] }

export const view = (shown: Shown) => (setting: Setting) => (
  <div className="wrap">
    <div className="cols ruled lead-row">
      <Lead shown={shown} setting={setting} />
      {shown.latest.length > 0 && <Latest cards={shown.latest} {...setting} />}
    </div>
  </div>
)

function Lead({ shown: { lead, opening, subs, latest }, setting: { t } }: { shown: Shown; setting: Setting }) {
  const voice = isVoiced(lead) ? ' voice' : ''
  const span = latest.length ? 9 : 12
  return (
    <div className={`lead full n${span} ${colourOf(lead.section)}${voice}`}>
      <article>
        {lead.sponsor ? <Paid story={lead} t={t} /> : <p className="kicker">{kickerOf(lead)}</p>}
        <h2 {...spoken(lead.language)}>
          <a href={lead.path}>{lead.headline}</a>
        </h2>
        <Stand card={lead} />
        <Byline card={lead} t={t} />
        {lead.picture && (
          <figure className="pic">
            <Picture shown={lead.picture} {...columnSpot(span, false)} first />
            <Caption shown={lead.picture} t={t} />
          </figure>
        )}
        {opening.length > 0 && (
          <div className="opening" {...spoken(lead.language)}>
            {opening.map((paragraph, i) => (
              <p key={i}>{paragraph}</p>
            ))}
          </div>
        )}
      </article>
      {subs.length > 0 && (
        <div className="subs ruled">
          {subs.map((card) => (
            <StoryCard key={card.id} card={card} t={t} size="xs" />
          ))}
        </div>
      )}
    </div>
  )
}

/** Times of today, days before that; the newest is marked while it is of today. */
function Latest({ cards, t, on, now }: { cards: Card[] } & Setting) {
  const today = isoDay(now, on)
  const isToday = (card: Card) => isoDay(card.publishedAt, on) === today
  return (
    <aside className="latest n3 full" aria-labelledby="latest">
      <h2 id="latest">{t.latest}</h2>
      <ol>
        {cards.map((card) => (
          <li key={card.id} className={isToday(card) ? 'now' : undefined}>
            <time dateTime={card.publishedAt.toISOString()}>
              {isToday(card) ? clock(card.publishedAt, on) : shortDay(card.publishedAt, on)}
            </time>
            <a href={card.path} {...spoken(card.language)}>
              {card.headline}
              <PaidInline story={card} t={t} />
            </a>
          </li>
        ))}
      </ol>
    </aside>
  )
}
