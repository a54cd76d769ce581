import type { Card } from '../queries/cards'
import type { LibraryItem } from '../queries/media'
import { alone } from '../shown'
import type { Container, FrontContent, Placed } from './content'
import type { Filling, Part, Place } from './filling'
import { facts } from './kinds/facts'
import { fills } from './kinds/fills'
import { type Lists, poolOf } from './pool'

/** What a front is made of besides its own content. `hand`: live stories by id; `items`: pictures of slots by id. */
export type Material = {
  lists: Lists
  hand: ReadonlyMap<string, Card>
  items: ReadonlyMap<string, LibraryItem>
  placeOf(container: Container): Place
} & Pick<Filling, 'textOf' | 'picturesOf'>

/** Containers that have something to show, in their order, the ids of all its stories, and of the pictures that are seen. */
export type FilledFront = { parts: (Part & { containers: Container[] })[]; shown: Set<string>; pictures: Set<string> }

/**
 * Fills a front: what editors have placed stands where they placed it, as far as readers have it; all other slots are filled
 * by rule. Every story stands on the front once, and every picture.
 */
export async function fillFront(front: FrontContent, material: Material): Promise<FilledFront> {
  const { lists, hand, items } = material
  const slots = front.containers.map((container) => cardsOf(container, hand, items))
  const placed = slots.flat().filter((card) => card !== undefined)
  const pool = poolOf(lists, new Set(placed.map(({ id }) => id)))
  const parts: FilledFront['parts'] = []
  const turns = new Map<string, number>()
  for (const abreast of sideBySide(front.containers)) {
    const fillings = abreast.map((at): Filling => {
      const container = front.containers[at] as Container
      const turn = turns.get(container.kind) ?? 0
      turns.set(container.kind, turn + 1)
      return { ...material, container, hand: slots[at] ?? [], pool, place: material.placeOf(container), turn }
    })
    const [first, ...others] = fillings as [Filling, ...Filling[]]
    const part = await fills[first.container.kind](first, ...others)
    if (!part) continue
    pool.use(part.cards, part.pictured)
    parts.push({ ...part, containers: fillings.map(({ container }) => container) })
  }
  return {
    parts,
    shown: new Set(parts.flatMap(({ cards }) => cards.map(({ id }) => id))),
    pictures: new Set(parts.flatMap(({ pictured }) => pictured.flatMap(({ picture }) => picture?.item.id ?? []))),
  }
}

/** Indices of containers, those that stand side by side together. */
function sideBySide(containers: Container[]): number[][] {
  const groups: number[][] = []
  for (const [at, { kind }] of containers.entries()) {
    const last = groups.at(-1)
    const most = facts[kind].abreast ?? 1
    if (last && last.length < most && containers[last[0] as number]?.kind === kind) last.push(at)
    else groups.push([at])
  }
  return groups
}

const cardsOf = ({ slots }: Container, hand: Material['hand'], items: Material['items']) =>
  slots.map((slot) => {
    const card = slot && hand.get(slot.story)
    return card ? inSlot(card, slot, items) : undefined
  })

/** A story with the words and the picture of its slot. */
function inSlot(card: Card, { headline, kicker, picture }: Placed, items: Material['items']): Card {
  const item = items.get(picture)
  return {
    ...card,
    headline: headline || card.headline,
    kicker: kicker || card.kicker,
    picture: picture === 'none' ? undefined : item?.kind === 'picture' ? alone(item) : card.picture,
  }
}
