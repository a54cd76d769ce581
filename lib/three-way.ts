import { same } from './same'

export type Side = 'mine' | 'theirs'

/** In place of an item's id: both put the items into another order. */
export const ORDER = 'order'

/** `clashes`: ids of what both changed, or `ORDER`. */
export type Merged<Content> = { content: Content; clashes: string[] }

/** Joins what two people made of one thing. `choose`: whose stands where both changed the same; mine where nothing is chosen. */
export type Merge<Content> = (
  base: Content,
  mine: Content,
  theirs: Content,
  choose?: Readonly<Record<string, Side>>,
) => Merged<Content>

/** What stands if one side alone changed it, or both alike; nothing where they clash. */
export function pick<T>(before: T, one: T, other: T): { is: T } | undefined {
  if (same(before, one) || same(one, other)) return { is: other }
  return same(before, other) ? { is: one } : undefined
}

type Joining<Item> = {
  idOf: (item: Item) => string
  /** Joins an item that both have changed; nothing where both changed the same of it. */
  join?: (before: Item, one: Item, other: Item) => Item | undefined
  choose: Readonly<Record<string, Side>>
  /** So many there may be; where both together have more, what mine adds clashes. */
  most?: number
}

/** Joins what two people made of a list: item by item, and the order of those that both have. */
export function mergeItems<Item>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
  { idOf, join = () => undefined, choose, most = Number.POSITIVE_INFINITY }: Joining<Item>,
): { items: Item[]; clashes: string[] } {
  const clashes: string[] = []
  const side = (id: string) => {
    clashes.push(id)
    return choose[id] ?? 'mine'
  }
  const [had, one, other] = [base, mine, theirs].map((items) => new Map(items.map((item) => [idOf(item), item])))
  const kept = new Map<string, Item>()
  for (const id of new Set([...other!.keys(), ...one!.keys()])) {
    const item = settled(had!.get(id), one!.get(id), other!.get(id), join) ?? {
      is: (side(id) === 'mine' ? one : other)!.get(id),
    }
    if (item.is) kept.set(id, item.is)
  }
  const order = joinOrder([...had!.keys()], [...one!.keys()], [...other!.keys()], () => side(ORDER))
  const ids = order.filter((id) => kept.has(id))
  const over = ids.length > most ? ids.filter((id) => !had!.has(id) && !other!.has(id)) : []
  const stay = ids.filter((id) => !over.includes(id) || choose[id] !== 'theirs')
  return { items: stay.flatMap((id) => kept.get(id) ?? []), clashes: [...clashes, ...over] }
}

function settled<Item>(
  before: Item | undefined,
  one: Item | undefined,
  other: Item | undefined,
  join: NonNullable<Joining<Item>['join']>,
): { is: Item | undefined } | undefined {
  const whole = pick(before, one, other)
  if (whole || !before || !one || !other) return whole
  const is = join(before, one, other)
  return is && { is }
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
