import type { KindName } from './kinds/facts'

/** Where the slots that nobody has filled get their stories from, the newest first. */
export type Source = { of: 'newest' } | { of: 'section' | 'topic'; id: string }

/** A story that an editor has placed in a slot. The slot's own words stand in place of the story's where they are not ''. */
export type Placed = {
  story: string // id
  headline: string
  kicker: string
  /** A picture of the library by its id, '' for the story's own, `none` for no picture. */
  picture: string
  /** When the slot is let go again (ISO, UTC), or '' for as long as nobody takes the story out. */
  until: string
}

/** A part of a front. `slots` in the order in which they are seen; null, and what is missing at the end, is filled by rule. */
export type Container = { id: string; kind: KindName; title: string; source: Source; slots: (Placed | null)[] }

/** A front as an editor makes it. What readers see of it is told by lib/site/front/fill.ts. */
export type FrontContent = { containers: Container[] }

/** The home page, and those of sections and topics. */
export type FrontId = 'home' | `section:${string}` | `topic:${string}`

export const MOST_CONTAINERS = 24
export const MOST_SLOTS = 20

/** All that is placed by hand, in the order in which it is seen. */
export const placedIn = ({ containers }: FrontContent): Placed[] =>
  containers.flatMap(({ slots }) => slots.filter((slot) => slot !== null))

/** Ids of what it shows of the library beside its stories' own pictures. */
export const picturesIn = (front: FrontContent): string[] => [
  ...new Set(placedIn(front).flatMap(({ picture }) => (picture && picture !== 'none' ? [picture] : []))),
]

/** The front without what is pinned no longer. */
export const withoutEnded = (front: FrontContent, now: Date): FrontContent => ({
  containers: front.containers.map((container) => ({
    ...container,
    slots: container.slots.map((slot) => (slot?.until && new Date(slot.until) <= now ? null : slot)),
  })),
})

/** When the first of its pins ends; undefined where none does. */
export function nextEnd(front: FrontContent): Date | undefined {
  const ends = placedIn(front).flatMap(({ until }) => (until ? [new Date(until).getTime()] : []))
  return ends.length ? new Date(Math.min(...ends)) : undefined
}
