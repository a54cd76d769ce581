import { createHash } from 'node:crypto'

import { cropCode } from '#lib/media/store/address'
import { type CardWords, cardSides } from '#lib/media/store/social-job'

import { type Cut, cutOf, fileUpTo } from './cut'
import { directionOf } from './direction'
import type { Card } from './queries/cards'
import type { Paper } from './queries/paper'

/** What other sites show of a story: its main picture, cut for that, or its words on a card. */
export type Social = {
  /** Changes with what it says: the file of one address is always the same. */
  path: string
  width: number
  height: number
} & ({ cut: Cut } | { words: CardWords })

/** Colours of sections on white, as app/(site)/site.css has them. */
export const onWhite: Record<string, string> = {
  river: '#0b5563',
  politics: '#702a50',
  business: '#7a4a06',
  culture: '#54408c',
  sport: '#1c6338',
  opinion: '#9a3b12',
}

/** Raised when cards are drawn otherwise, so that nobody keeps old ones. */
const drawn = 1

export function socialOf(paper: Paper, card: Card): Social {
  const at = (...says: unknown[]) => {
    const hash = createHash('sha256').update(JSON.stringify(says)).digest('hex').slice(0, 12)
    return `/media/social/${card.id}/${hash}.jpeg`
  }
  if (card.picture) {
    const cut = cutOf(card.picture, '1.91:1')
    const { width, height } = fileUpTo(cut, 1280)
    return { path: at(cut.id, cut.hash, cropCode(cut.crop)), width, height, cut }
  }
  const words = {
    paper: paper.name,
    headline: card.headline,
    section: card.section.name,
    colour: onWhite[card.section.colour] ?? '#15191b',
    rtl: directionOf(paper.language) === 'rtl',
  }
  return { path: at(drawn, words), ...cardSides, words }
}
