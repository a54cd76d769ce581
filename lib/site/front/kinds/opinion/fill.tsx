import { Box, Columns, Title, told } from '#lib/site/front/columns'
import { type Fill, fillSlots } from '#lib/site/front/filling'
import { type Column, lines, widthOf } from '#lib/site/front/measure'
import type { Card } from '#lib/site/queries/cards'
import { colourOf } from '#lib/site/view/colour'

/** Voices on the wash: the first is the largest, unless its headline is too long for its column. */
export const fill: Fill = ({ container, hand, pool, place }) => {
  const cards = fillSlots(hand, pool.left(container.source), 4)
  const span = ({ 1: 12, 2: 6, 3: 4, 4: 3 } as const)[cards.length]
  if (!span) return undefined
  const given: Column[] = cards.map((card, i) => ({
    span,
    slots: [{ card, size: i || isLong(card, span) ? 's' : 'm' }],
  }))
  const part = told(given)
  return {
    ...part,
    view: ({ t }) => (
      <section className={`band ${colourOf(place)}`} aria-labelledby={`in-${container.id}`}>
        <Box className="box own">
          <Title id={container.id} place={place} t={t} />
          <Columns columns={part.columns} t={t} />
        </Box>
      </section>
    ),
  }
}

const isLong = (card: Card, span: number) => lines(card.headline, 31, widthOf(span)) > 4
