import type { Container, FrontContent, Placed } from '#lib/site/front/content'

import { same } from './same'

export type Side = 'mine' | 'theirs'

/** In place of a container's id: both put the containers into another order. */
export const ORDER = 'order'

/** `clashes`: ids of containers in which both changed the same thing, or `ORDER`. */
export type Merged = { content: FrontContent; clashes: string[] }

/**
 * Joins what two editors made of one front: container by container, and within one its title, its source and each slot.
 * @param base what both had before
 * @param choose whose container (or order) stands where both changed the same; mine where nothing is chosen
 */
export function merge(
  base: FrontContent,
  mine: FrontContent,
  theirs: FrontContent,
  choose: Readonly<Record<string, Side>> = {},
): Merged {
  const clashes: string[] = []
  const side = (id: string) => {
    clashes.push(id)
    return choose[id] ?? 'mine'
  }
  const kept = new Map<string, Container>()
  for (const id of new Set([...idsOf(theirs), ...idsOf(mine)])) {
    const [before, one, other] = [base, mine, theirs].map((front) => find(front, id))
    const joined = join(before, one, other) ?? { container: side(id) === 'mine' ? one : other }
    if (joined.container) kept.set(id, joined.container)
  }
  const order = joinOrder(idsOf(base), idsOf(mine), idsOf(theirs), () => side(ORDER))
  return { content: { containers: order.flatMap((id) => kept.get(id) ?? []) }, clashes }
}

const idsOf = ({ containers }: FrontContent) => containers.map(({ id }) => id)
const find = ({ containers }: FrontContent, id: string) => containers.find((container) => container.id === id)

/** @returns nothing where both changed the same thing */
function join(before?: Container, one?: Container, other?: Container): { container?: Container } | undefined {
  const whole = pick(before, one, other)
  if (whole) return { container: whole.is }
  if (!before || !one || !other) return undefined
  const title = pick(before.title, one.title, other.title)
  const source = pick(before.source, one.source, other.source)
  const slots = joinSlots(before.slots, one.slots, other.slots)
  return title && source && slots && { container: { ...one, title: title.is, source: source.is, slots } }
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

/** What stands if one side alone changed it, or both alike. */
function pick<T>(before: T, one: T, other: T): { is: T } | undefined {
  if (same(before, one) || same(one, other)) return { is: other }
  return same(before, other) ? { is: one } : undefined
}

/** The order of one side, with what the other has beside it after what it follows there. */
function joinOrder(base: string[], mine: string[], theirs: string[], choose: () => Side): string[] {
  const shared = new Set(base.filter((id) => mine.includes(id) && theirs.includes(id)))
  const [before, one, other] = [base, mine, theirs].map((ids) => ids.filter((id) => shared.has(id)))
  const picked = pick(before, one, other)
  const side = picked ? (same(picked.is, one) ? 'mine' : 'theirs') : choose()
  const [order, added] = side === 'mine' ? [[...mine], theirs] : [[...theirs], mine]
  for (const [i, id] of added.entries()) {
    if (order.includes(id)) continue
    const after = added.slice(0, i).findLast((earlier) => order.includes(earlier))
    order.splice(after === undefined ? 0 : order.indexOf(after) + 1, 0, id)
  }
  return order
}
