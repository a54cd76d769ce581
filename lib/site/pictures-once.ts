import type { Card } from './queries/cards'

/**
 * Stories in the order in which they are to be seen, of those with the same picture only the first with it.
 * @param seen ids of pictures that stand before them
 */
export function picturesOnce(cards: Card[], seen: Iterable<string> = []): Card[] {
  const shown = new Map<string, string>([...seen].map((media) => [media, '']))
  return cards.map((card) => {
    const media = card.picture?.item.id
    if (!media) return card
    const first = shown.get(media) ?? card.id
    shown.set(media, first)
    return first === card.id ? card : { ...card, picture: undefined }
  })
}
