import { told } from '#lib/site/front/columns'
import { type Fill, fillSlots } from '#lib/site/front/filling'
import { backfill, type Column, columnHeight, pictureHeight } from '#lib/site/front/measure'
import type { Card } from '#lib/site/queries/cards'
import { StoryCard } from '#lib/site/view/card'
import { columnSpot } from '#lib/site/view/spots'

/** A lead beside its next stories, as many as end with it; a place with less than four stories has its lead alone. */
export const fill: Fill = ({ hand, pool, container }) => {
  const left = pool.left(container.source)
  // Of its newest three the first that has a picture leads, if no editor says otherwise.
  const led = hand[0] ? undefined : left.slice(0, 3).find((card) => card.picture && !card.sponsor)
  const ordered = led ? [led, ...left.filter((card) => card !== led)] : left
  const [lead, ...others] = fillSlots(hand, ordered, Math.max(hand.length, 12))
  if (!lead) return undefined
  const beside = others.length < 3 && !hand[1] ? [] : besideOf(lead, others, hand.slice(1).filter(Boolean).length)
  const { cards, pictured, columns } = told([
    { span: 6, slots: [{ card: lead, size: 'xl', stand: true, by: true, picture: true }] },
    { span: 4, slots: beside },
  ])
  const [, { slots }] = columns as [Column, Column]
  return {
    cards,
    pictured,
    view: ({ t }) => (
      <div className="wrap">
        <div className="cols ruled pt-5.5">
          <div className={slots.length ? 'n8 full' : 'n12'}>
            <StoryCard
              card={lead}
              t={t}
              size="xl"
              level={2}
              stand
              by
              spot={{ ...columnSpot(slots.length ? 8 : 12, false), large: true, first: true }}
            />
          </div>
          {slots.length > 0 && (
            <div className="n4 full">
              {slots.map(({ card, size, stand, picture }) => (
                <StoryCard
                  key={card.id}
                  card={card}
                  t={t}
                  size={size}
                  stand={stand}
                  spot={picture ? columnSpot(4, true) : undefined}
                />
              ))}
            </div>
          )}
        </div>
      </div>
    ),
  }
}

/** @param placed how many an editor has placed there: they stand whatever the height */
function besideOf(lead: Card, others: Card[], placed: number): Column['slots'] {
  const words = columnHeight({ span: 6, slots: [{ card: lead, size: 'xl', stand: true, by: true }] })
  const height = words + (lead.picture ? pictureHeight(8) : 0)
  const [first, ...rest] = others as [Card, ...Card[]]
  const fixed = rest.slice(0, Math.max(0, placed - 1)).map((card) => ({ card, size: 'xs' as const }))
  const [column] = backfill(
    [{ span: 4, slots: [{ card: first, size: 's', stand: true, picture: Boolean(lead.picture) }, ...fixed] }],
    rest.slice(fixed.length),
    height,
  )
  return column?.slots ?? []
}
