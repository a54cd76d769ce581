import { Box, Columns, Title, told } from '#lib/site/front/columns'
import { type Fill, fillSlots } from '#lib/site/front/filling'
import { backfill, type Column } from '#lib/site/front/measure'
import type { Card } from '#lib/site/queries/cards'
import { colourOf } from '#lib/site/view/colour'

/** Stories of a section over the whole width; every second list has the other shape, so that no two neighbours are alike. */
export const fill: Fill = ({ container, hand, pool, place, turn }) => {
  const left = pool.left(container.source)
  const stories = fillSlots(hand, left, Math.max(hand.length, mostOf(hand[0] ?? left[0])))
  if (!stories.length) return undefined
  const part = told(columnsOf(stories, turn % 2 ? 'wide' : 'even'))
  return {
    ...part,
    view: ({ t }) => (
      <section className={`mt-beat ${colourOf(place)}`} aria-labelledby={`in-${container.id}`}>
        <Box className="box own">
          <Title id={container.id} place={place} t={t} />
          <Columns columns={part.columns} t={t} />
        </Box>
      </section>
    ),
  }
}

/** Beside a picture there is room for more headlines. */
const mostOf = (first: Card | undefined) => (first?.picture ? 11 : 8)

/** `even` 3/3/3/3, `wide` 5/4/3; of three stories 6/3/3 or 5/4/3, of fewer a column each. */
export function columnsOf(stories: Card[], shape: 'even' | 'wide'): Column[] {
  const pool = [...stories]
  const few = fewSpans[shape][pool.length]
  if (few) {
    // Nothing is added to these columns, so that one picture would leave the others short.
    const picture = few.length > 1 && pool.every((card) => card.picture)
    return few.map((span, i) => ({
      span,
      slots: [{ card: pool[i] as Card, size: span > 4 ? 'm' : 's', stand: true, by: true, picture } as const],
    }))
  }
  const take = () => pool.shift() as Card
  const columns: Column[] =
    shape === 'even'
      ? [
          { span: 3, slots: [{ card: take(), size: 's', stand: true, picture: true }] },
          { span: 3, slots: [{ card: take(), size: 's', stand: true, picture: true }] },
          { span: 3, slots: [{ card: take(), size: 's', stand: true, picture: true }] },
          {
            span: 3,
            slots: [pool.length > 1 ? { card: take(), size: 'xs' } : { card: take(), size: 's', stand: true }],
          },
        ]
      : [
          { span: 5, slots: [{ card: take(), size: 'm', stand: true, by: true, picture: true }] },
          { span: 4, slots: [{ card: take(), size: 's', stand: true }] },
          { span: 3, slots: [{ card: take(), size: 's' }] },
        ]
  return backfill(columns, pool)
}

const fewSpans: Record<'even' | 'wide', Record<number, Column['span'][]>> = {
  even: { 1: [12], 2: [6, 6], 3: [6, 3, 3] },
  wide: { 1: [12], 2: [6, 6], 3: [5, 4, 3] },
}
