import type { Messages } from '#lib/messages/find'

import { backfill, columnHeight } from '../front/measure'
import type { Card } from '../queries/cards'
import { StoryCard } from './card'

/** A section's lead beside its next stories; what is not shown is left for the river below. */
export function SectionFront({ cards, t }: { cards: Card[]; t: Messages }) {
  const { lead, beside } = sectionFront(cards)
  return (
    <div className="cols ruled pt-5.5">
      <div className={beside.length ? 'n8 full' : 'n12'}>
        <StoryCard card={lead} size="xl" level={2} stand by={t} />
      </div>
      {beside.length > 0 && (
        <div className="n4 full">
          {beside.map(({ card, size, stand }) => (
            <StoryCard key={card.id} card={card} size={size} stand={stand} />
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
  const height = columnHeight({ span: 6, slots: [{ card: lead, size: 'xl', stand: true, by: true }] })
  const [column] = backfill([{ span: 4, slots: [{ card: second, size: 's', stand: true }] }], pool, height)
  const beside = column?.slots ?? []
  return { lead, beside, shown: 1 + beside.length }
}
