import { type Container, type FrontContent, MOST_CONTAINERS, type Placed } from '#lib/site/front/content'
import { type Merge, mergeItems, pick } from '#lib/three-way'

/**
 * Joins what two editors made of one front: container by container, and within one its title, its source and each slot.
 * Clashes are told by the ids of containers.
 */
export const merge: Merge<FrontContent> = (base, mine, theirs, choose = {}) => {
  const { items, clashes } = mergeItems(base.containers, mine.containers, theirs.containers, {
    idOf: ({ id }) => id,
    join,
    choose,
    most: MOST_CONTAINERS,
  })
  return { content: { containers: items }, clashes }
}

function join(before: Container, one: Container, other: Container): Container | undefined {
  const title = pick(before.title, one.title, other.title)
  const source = pick(before.source, one.source, other.source)
  const slots = joinSlots(before.slots, one.slots, other.slots)
  return title && source && slots && { ...one, title: title.is, source: source.is, slots }
}

function joinSlots(before: Slots, one: Slots, other: Slots): Slots | undefined {
  const slots: Slots = []
  for (let i = 0; i < Math.max(before.length, one.length, other.length); i++) {
    const slot = pick<Placed | null>(before[i] ?? null, one[i] ?? null, other[i] ?? null)
    if (!slot) return undefined
    slots.push(slot.is)
  }
  return slots
}

type Slots = Container['slots']
