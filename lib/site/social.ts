import { createHash } from 'node:crypto'
import { cropCode } from '#lib/media/store/address'
import { type CardWords, leastSocial, socialSides } from '#lib/media/store/social-job'
import { messagesIn } from '#lib/messages/find'

import { type Cut, cutOf } from './cut'
import { directionOf } from './direction'
import type { Card } from './queries/cards'
import type { Paper } from './queries/paper'

/**
 * What other sites show of a story, of `socialSides`: its main picture, cut for that, or its words on a card.
 * @property path changes with what it says: the file of one address is always the same
 */
export type Social = { path: string } & ({ cut: Cut } | { words: CardWords })

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

/** What somebody has paid for has a card of words always, as a picture would not say so. */
export function socialOf(paper: Paper, card: Card): Social {
  const at = (...says: unknown[]) => {
    const hash = createHash('sha256').update(JSON.stringify(says)).digest('hex').slice(0, 12)
    return `/media/social/${card.id}/${hash}.jpeg`
  }
  const cut = !card.sponsor && card.picture && cutOf(card.picture, '1.91:1')
  if (cut && cut.width >= leastSocial) return { path: at(cut.id, cut.hash, cropCode(cut.crop), socialSides), cut }
  const words = {
    paper: paper.name,
    headline: card.headline,
    section: card.sponsor ? messagesIn(paper.language).paidBy(card.sponsor) : card.section.name,
    colour: (!card.sponsor && onWhite[card.section.colour]) || '#15191b',
    rtl: directionOf(card.language || paper.language) === 'rtl',
  }
  return { path: at(drawn, words), words }
}
