import { type Social, socialOf } from '../social'
import { cardsOf } from './cards'
import { findPaper } from './paper'

/** What other sites show of a story, while readers have it. */
export async function findSocial(story: string): Promise<Social | undefined> {
  const [[card], paper] = await Promise.all([cardsOf([story]), findPaper()])
  return card && socialOf(paper, card)
}
