import { Box, Title } from '#lib/site/front/columns'
import { type Fill, fillSlots } from '#lib/site/front/filling'
import type { Card } from '#lib/site/queries/cards'
import { colourOf } from '#lib/site/view/colour'
import { PaidInline } from '#lib/site/view/labels'
import { spoken } from '#lib/site/view/spoken'

/** Words up to which a story counts as a brief. */
const short = 160
const most = 8
/** Fewer make no container of their own, if no editor has placed them. */
const fewest = 4

/** Short stories run in one after another: where it was, and what. */
export const fill: Fill = ({ container, hand, pool, place }) => {
  const left = pool.left(container.source).filter(({ words }) => words <= short)
  const cards = fillSlots(hand, left, Math.max(hand.length, most))
  if (cards.length < (hand.some(Boolean) ? 1 : fewest)) return undefined
  return {
    cards,
    pictured: [],
    view: ({ t }) => (
      <section className={`mt-beat ${colourOf(place)}`} aria-labelledby={`in-${container.id}`}>
        <Box className="box thick">
          <Title id={container.id} place={place.title ? place : { ...place, title: t.inShort }} t={t} />
          <div className="briefs">
            {cards.map((card) => (
              <p key={card.id}>
                <a href={card.path}>
                  <b>{whereOf(card)}</b> <span {...spoken(card.language)}>{card.standfirst || card.headline}</span>
                </a>
                <PaidInline story={card} t={t} />
              </p>
            ))}
          </div>
        </Box>
      </section>
    ),
  }
}

const whereOf = (card: Card) => card.kicker || card.dateline || card.topics[0]?.name || card.section.name
