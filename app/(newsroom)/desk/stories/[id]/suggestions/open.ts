import type { StoryText } from '#lib/story/document/changes'
import { type Card, cardsOf } from '#lib/suggestion/cards'
import { merge } from '#lib/suggestion/merge'
import { keyOf } from '#lib/suggestion/tell'

export type Suggestion = { key: string; person: string; name: string; card: Card }

/** What is open for a story, of all its forks, in text order. */
export function openIn(
  story: StoryText,
  forks: readonly { id: string; name: string; text: StoryText }[],
): Suggestion[] {
  const places = new Map(
    ['headline', 'standfirst', ...story.body.content.map(({ attrs }) => attrs.id)].map((at, i) => [at, i]),
  )
  const found = forks.flatMap(({ id, name, text }) => {
    const entries = merge(story, text)
    let place = 0
    const order = new Map(
      entries.map((entry) => {
        place = entry.was ? (places.get(entry.at) ?? place) : place
        return [`${entry.part} ${entry.at}`, place]
      }),
    )
    return cardsOf(entries).map((card) => {
      const [first] = card.hunks
      const at = order.get(`${first?.part} ${first?.at}`) ?? 0
      return { at, key: keyOf(id, card), person: id, name, card }
    })
  })
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...suggestion }) => suggestion)
}
