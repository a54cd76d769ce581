import { same } from '#lib/same'
import type { Container, FrontContent, Placed } from '#lib/site/front/content'

/** What of one container differs between two versions of a front; `slots` by their places. */
export type Change = {
  container: Container
  is: 'added' | 'removed' | 'moved' | 'changed'
  title?: { from: string; to: string }
  source?: boolean
  slots: { place: number; from: Placed | null; to: Placed | null }[]
}

/** What differs, in the order of what comes after; containers that were taken out last. */
export function changesBetween(before: FrontContent, after: FrontContent): Change[] {
  const found: Change[] = []
  const stays = before.containers.filter(({ id }) => after.containers.some((one) => one.id === id)).map(({ id }) => id)
  const moved = movedOf(
    stays,
    after.containers.map(({ id }) => id).filter((id) => stays.includes(id)),
  )
  for (const container of after.containers) {
    const had = before.containers.find(({ id }) => id === container.id)
    if (!had) {
      found.push({ container, is: 'added', slots: slotsBetween([], container.slots) })
      continue
    }
    const slots = slotsBetween(had.slots, container.slots)
    const title = had.title === container.title ? undefined : { from: had.title, to: container.title }
    const source = same(had.source, container.source) ? undefined : true
    const differs = slots.length > 0 || title || source
    if (!differs && !moved.has(container.id)) continue
    found.push({ container, is: moved.has(container.id) ? 'moved' : 'changed', title, source, slots })
  }
  for (const container of before.containers)
    if (!after.containers.some(({ id }) => id === container.id)) found.push({ container, is: 'removed', slots: [] })
  return found
}

function slotsBetween(before: Container['slots'], after: Container['slots']): Change['slots'] {
  const places = Array.from({ length: Math.max(before.length, after.length) }, (_, place) => place)
  return places
    .map((place) => ({ place, from: before[place] ?? null, to: after[place] ?? null }))
    .filter(({ from, to }) => !same(from, to))
}

/** The fewest that were moved: all but a longest run of those that still follow one another. */
function movedOf(before: string[], after: string[]): Set<string> {
  const at = after.map((id) => before.indexOf(id))
  const best: number[][] = []
  for (const [i, position] of at.entries()) {
    const tails = best.filter((_, j) => at[j]! < position)
    const longest = tails.reduce<number[]>((one, other) => (other.length > one.length ? other : one), [])
    best.push([...longest, i])
  }
  const kept = best.reduce<number[]>((one, other) => (other.length > one.length ? other : one), [])
  return new Set(after.filter((_, i) => !kept.includes(i)))
}
