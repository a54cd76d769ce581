import type { Messages } from '#lib/messages/find'

import type { Card } from '../queries/cards'
import { StoryCard } from './card'
import { Find } from './find'

type Props = { t: Messages; paper: string; cards: Card[] /** What the search form begins with. */; words?: string }

/** The newest stories and the search form, where the page that was asked for is not to be had. */
export function PaperNow({ t, paper, cards, words }: Props) {
  return (
    <section className="wrap paper-now" aria-labelledby="now">
      <div className="box thick">
        <div className="title-row">
          <h2 id="now">{cards.length ? t.inThePaper : t.search}</h2>
        </div>
        <div className="cols ruled">
          {cards.slice(0, 2).map((card) => (
            <div key={card.id} className="n4">
              <StoryCard card={card} t={t} stand />
            </div>
          ))}
          <div className="n4 full">
            {cards.slice(2, 4).map((card) => (
              <StoryCard key={card.id} card={card} t={t} size="xs" />
            ))}
            <div className={cards.length > 2 ? 'mt-beat' : undefined}>
              <Find t={t} paper={paper} words={words} small />
            </div>
          </div>
        </div>
      </div>
    </section>
  )
}
