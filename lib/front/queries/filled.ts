import type { Container, FrontContent, FrontId } from '#lib/site/front/content'
import { loadFront } from '#lib/site/front/load'
import type { Card } from '#lib/site/queries/cards'

/** A story that the rule puts into a container. */
export type ByRule = { id: string; headline: string; section: { name: string; colour: string } }

/** What the rule puts into each container beside what is placed there, in the order in which it is seen; by the container's id. */
export type Filled = Record<string, ByRule[]>

/** How readers would get a front now: what stands in the slots that nobody has filled. */
export async function findFilled(id: FrontId, content: FrontContent): Promise<Filled> {
  const { parts } = await loadFront(id, content)
  const filled: Filled = {}
  for (const { containers, cards, columns } of parts) {
    const abreast = containers.length > 1 && columns?.length === containers.length
    for (const [i, container] of containers.entries()) {
      const shown = abreast
        ? cardsIn(columns[i])
        : cards.filter((card) => containers.length === 1 || isOf(card, container))
      const placed = new Set(container.slots.map((slot) => slot?.story))
      filled[container.id] = shown.filter((card) => !placed.has(card.id)).map(told)
    }
  }
  return filled
}

type Column = NonNullable<Awaited<ReturnType<typeof loadFront>>['parts'][number]['columns']>[number]

const cardsIn = (column: Column | undefined): Card[] =>
  column ? [...column.slots.map(({ card }) => card), ...(column.pair ?? [])] : []

/** Which of several side by side a story stands in, where one of them has none and so no column. */
const isOf = (card: Card, { source, slots }: Container) =>
  slots.some((slot) => slot?.story === card.id) ||
  (source.of === 'section'
    ? card.section.id === source.id
    : source.of === 'newest' || card.topics.some(({ id }) => id === source.id))

const told = ({ id, headline, section: { name, colour } }: Card): ByRule => ({
  id,
  headline,
  section: { name, colour },
})
