import type { Messages } from '#lib/messages/find'

import type { Author, Card } from '../queries/cards'
import { colourOf, isVoiced } from './colour'
import { Face } from './face'
import { Paid } from './labels'
import { Picture } from './picture'
import { spoken } from './spoken'
import type { Spot } from './spots'

/** Headline sizes of the front, from the smallest: 1.125, 1.3125, 1.6875, 2.25 and 2.75 rem. */
export type Size = 'xs' | 's' | 'm' | 'l' | 'xl'

type CardProps = {
  card: Card
  t: Messages
  size?: Size
  /** The level of the headline in the page's outline. */
  level?: 2 | 3
  stand?: boolean
  /** Says who wrote it. */
  by?: boolean
  /** What stands over the headline: the topic (or section), the section, the author as a voice, or nothing. */
  over?: 'topic' | 'section' | 'who' | 'none'
  /** Where its main picture stands over it, if it has one; on a phone a thumb beside the headline, unless it is `large`. */
  spot?: Spot & { large?: boolean; first?: boolean }
}

/** A story on a front or in a list. */
export function StoryCard({ card, t, size = 's', level = 3, stand = false, by, over = 'topic', spot }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const voice = isVoiced(card)
  const named = voice && over === 'topic'
  const pictured = spot && card.picture && (spot.large ? 'pictured' : 'pictured thumbed')
  const classes = ['card', size === 's' ? '' : size, voice ? 'voice' : '', pictured, colourOf(card.section)]
  return (
    <article className={classes.filter(Boolean).join(' ')}>
      {spot && <CardPicture card={card} {...spot} />}
      <Over card={card} t={t} over={named ? 'who' : over} faced={size !== 'xs'} />
      <Heading {...spoken(card.language)}>
        <a href={card.path}>{card.headline}</a>
      </Heading>
      {stand && <Stand card={card} />}
      {by && !named && <Byline card={card} t={t} />}
    </article>
  )
}

/** The headline leads to the story; the picture need not be a second link to it, nor be read out before it. */
export const CardPicture = ({ card, ...spot }: { card: Card } & Spot & { first?: boolean }) =>
  card.picture && (
    <div className="pic">
      <Picture
        shown={card.picture}
        shape={spot.shape}
        sizes={spot.sizes}
        most={spot.most}
        plainly={spot.plainly}
        first={spot.first}
        decorative
      />
    </div>
  )

/** Its standfirst, where it has one. */
export const Stand = ({ card }: { card: Card }) =>
  card.standfirst && (
    <p className="stand" {...spoken(card.language)}>
      {card.standfirst}
    </p>
  )

type OverProps = { card: Card; t: Messages; over: NonNullable<CardProps['over']>; faced: boolean }

function Over({ card, t, over, faced }: OverProps) {
  const [author] = card.authors
  if (card.sponsor) return <Paid story={card} t={t} />
  if (over === 'none') return null
  if (over === 'who' && author)
    return (
      <p className="who">
        {faced && <Face of={author} rem={4.25} />}
        {author.name} {author.title && <span>{author.title}</span>}
      </p>
    )
  return <p className="kicker">{over === 'section' ? card.kicker || card.section.name : kickerOf(card)}</p>
}

export const kickerOf = (card: Card) => card.kicker || (card.topics[0]?.name ?? card.section.name)

const names = (authors: Author[]) => authors.map((author) => author.name)

/** Who wrote a story, and where. */
export const Byline = ({ card, t }: { card: Card; t: Messages }) =>
  card.authors.length > 0 && (
    <p className="by">
      {t.by} <b>{t.listed(names(card.authors))}</b>
      {card.dateline && `, ${card.dateline}`}
    </p>
  )
