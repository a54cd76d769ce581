import type { Messages } from '#lib/messages/find'

import { backfill, columnHeight, pictureHeight } from '../front/measure'
import type { Card } from '../queries/cards'
import { StoryCard } from './card'
import { columnSpot } from './spots'

/** A section's lead beside its next stories; what is not shown is left for the river below. */
export function SectionFront({ cards, t }: { cards: Card[]; t: Messages }) {
  const { lead, beside } = sectionFront(cards)
  return (
    <div className="cols ruled pt-5.5">
      <div className={beside.length ? 'n8 full' : 'n12'}>
        <StoryCard
          card={lead}
          size="xl"
          level={2}
          stand
          by={t}
          spot={{ ...columnSpot(beside.length ? 8 : 12, false), large: true, first: true }}
        />
      </div>
      {beside.length > 0 && (
        <div className="n4 full">
          {beside.map(({ card, size, stand, picture }) => (
            <StoryCard
              key={card.id}
              card={card}
              size={size}
              stand={stand}
              spot={picture ? columnSpot(4, true) : undefined}
            />
          ))}
        </div>
      )}
    </div>
  )
}

/** The lead, and as many stories beside it as end with it; the river begins after them. */
export function sectionFront(cards: Card[]) {
  const [lead, second, ...pool] = cards as [Card, ...Card[]]
  if (!second || cards.length < 4) return { lead, beside: [], shown: 1 }
  const words = columnHeight({ span: 6, slots: [{ card: lead, size: 'xl', stand: true, by: true }] })
  const height = words + (lead.picture ? pictureHeight(8) : 0)
  const [column] = backfill(
    [{ span: 4, slots: [{ card: second, size: 's', stand: true, picture: true }] }],
    pool,
    height,
  )
  const beside = column?.slots ?? []
  return { lead, beside, shown: 1 + beside.length }
}
