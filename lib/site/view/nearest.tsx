import type { Messages } from '#lib/messages/find'

import type { Card } from '../queries/cards'
import { StoryCard } from './card'

/** Stories that may be what was looked for, where what was asked for is not to be had. */
export const Nearest = ({ t, cards }: { t: Messages; cards: Card[] }) =>
  cards.length > 0 && (
    <section className="wrap" aria-labelledby="near">
      <div className="box thick">
        <div className="title-row">
          <h2 id="near">{t.nearest}</h2>
        </div>
        <div className="cols ruled">
          {cards.map((card) => (
            <div key={card.id} className="n3">
              <StoryCard card={card} t={t} size="xs" over="section" stand />
            </div>
          ))}
        </div>
      </div>
    </section>
  )
