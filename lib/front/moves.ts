import type { Container, FrontContent, Placed, Source } from '#lib/site/front/content'
import { facts, type KindName } from '#lib/site/front/kinds/facts'

/** A slot: of which container, and which of its places, from 0. */
export type Spot = { container: string; place: number }

/** A story in a slot, with nothing said of it there yet. */
export const plain = (story: string): Placed => ({ story, headline: '', kicker: '', picture: '', until: '' })

/** The front with another container in the place of one. */
const change = (front: FrontContent, id: string, by: (container: Container) => Container): FrontContent => ({
  containers: front.containers.map((container) => (container.id === id ? by(container) : container)),
})

/** Nothing is said by empty slots at the end. */
function trimmed(slots: Container['slots']): Container['slots'] {
  const last = slots.findLastIndex((slot) => slot !== null)
  return slots.slice(0, last + 1)
}

/** The front without empty slots at the end of containers, so that the same front is written in one way. */
export const tidy = ({ containers }: FrontContent): FrontContent => ({
  containers: containers.map((container) => ({ ...container, slots: trimmed(container.slots) })),
})

const put = (slots: Container['slots'], place: number, slot: Placed | null) => {
  const filled = [...slots, ...Array.from({ length: Math.max(0, place + 1 - slots.length) }, () => null)]
  return trimmed(filled.with(place, slot))
}

export const slotAt = (front: FrontContent, { container, place }: Spot): Placed | null =>
  front.containers.find(({ id }) => id === container)?.slots[place] ?? null

/** Where a story is placed, if it is. */
export function spotOf(front: FrontContent, story: string): Spot | undefined {
  for (const { id, slots } of front.containers) {
    const place = slots.findIndex((slot) => slot?.story === story)
    if (place >= 0) return { container: id, place }
  }
  return undefined
}

/** The first slot of a container that nobody has filled, or its last one. */
export function freeIn({ kind, slots }: Container): number {
  const { most } = facts[kind]
  const free = Array.from({ length: most }, (_, i) => i).find((i) => !slots[i])
  return free ?? most - 1
}

export const setSlot = (front: FrontContent, { container, place }: Spot, slot: Placed | null): FrontContent =>
  change(front, container, (one) => ({ ...one, slots: put(one.slots, place, slot) }))

/** Puts a story into a slot, in the place of what stood there. As it stands on a front once, from elsewhere it changes places with that. */
export function placeStory(front: FrontContent, story: string, to: Spot): FrontContent {
  const from = spotOf(front, story)
  return from ? moveSlot(front, from, to) : setSlot(front, to, plain(story))
}

/** Two slots change places, an empty one too. */
export function moveSlot(front: FrontContent, from: Spot, to: Spot): FrontContent {
  const [moved, other] = [slotAt(front, from), slotAt(front, to)]
  return setSlot(setSlot(front, from, other), to, moved)
}

/** @param to how many containers stand before it then */
export function moveContainer(front: FrontContent, id: string, to: number): FrontContent {
  const moved = front.containers.find((container) => container.id === id)
  if (!moved) return front
  const others = front.containers.filter((container) => container !== moved)
  return { containers: others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, moved) }
}

/** @param at how many containers stand before it */
export function addContainer(front: FrontContent, container: Container, at: number): FrontContent {
  return { containers: front.containers.toSpliced(at, 0, container) }
}

export const newContainer = (id: string, kind: KindName, source: Source): Container => ({
  id,
  kind,
  title: '',
  source,
  slots: [],
})

export const removeContainer = (front: FrontContent, id: string): FrontContent => ({
  containers: front.containers.filter((container) => container.id !== id),
})

export const editContainer = (
  front: FrontContent,
  id: string,
  said: Partial<Pick<Container, 'title' | 'source'>>,
): FrontContent => change(front, id, (container) => ({ ...container, ...said }))
