import type { StoryText } from '#lib/story/document/changes'
import type { Presentation } from '#lib/story/presentation'
import type { Move } from '#lib/story/workflow'

export type Named = { id: string; name: string }

/** What editors set beside the text, and readers see. */
export type ReadersFields = Omit<Presentation, 'related' | 'original'> & {
  slug: string
  sectionId: string | null
  /** The main picture as text (`main-text.ts`), '' for none. */
  main: string
  dateline: string
  searchTitle: string
  searchDescription: string
  canonicalUrl: string
  topics: Named[]
  people: Named[]
  related: Named[]
  /** The story that it is a translation of, if any. */
  original: Named[]
}
/** With what only the desk sees: of its changes none waits for publication. */
export type Fields = ReadersFields & { commissionedWords: number | null }

/** What readers have; times are milliseconds. */
export type LiveProps = {
  path: string
  revision: number
  publishedAt: number
  updatedAt: number
  text: StoryText
  /** Fields as one compares them: lists by their ids. */
  fields: Record<keyof ReadersFields, string>
}

/** An instant in milliseconds, and as the newsroom's clock shows it: `2026-05-14T08:12`. */
export type Hour = { at: number; local: string }

/** What waits for its hour. */
export type PlanProps = Hour & {
  id: string
  by: string
  setAt: number
  /** Whether who set it still has an account. */
  here: boolean
  /** Its hour is over. */
  late: boolean
}

export type PlansProps = {
  /** With the number of the revision that it pins, where it will stand, and whether the working copy says something else by now. */
  publish: (PlanProps & { revision: number; changed: boolean; path: string }) | null
  withdraw: PlanProps | null
  /** `until` null: until it is lifted. */
  embargo: { until: Hour | null; why: string; by: string } | null
  /** What was to happen last, and did not. */
  trouble: { act: 'publish' | 'withdraw'; at: number; fault: string } | null
  /** The clock is in doubt: what is planned waits beyond its hour. */
  held: boolean
  may: { schedule: boolean; embargo: boolean; lift: boolean; change: boolean }
}

/** All that the edit screen knows of a story when it opens; the text itself comes over the socket. */
export type StoryProps = {
  id: string
  version: number
  step: 'draft' | 'review' | 'ready'
  headline: string
  fields: Fields
  slugFollows: boolean
  assignedTo: Named | null
  note: { text: string; by: string } | null
  spiked: boolean
  /** What a reader says is wrong in it, while an editor puts that right. */
  report?: { passage: string; text: string }
  /** Who has taken it over: while somebody else has, it is only read. `waits`: one may write in it again afterwards. */
  hold: { name: string; why: string; mine: boolean; waits: boolean } | null
  /** Place in the publication log of what was done last to what readers have, 0 before anything was. */
  last: number
  live: LiveProps | null
  withdrawn: { at: number; note: string } | null
  plans: PlansProps
  may: { suggest: boolean; edit: boolean; publish: boolean; assign: boolean; takeOver: boolean; moves: Move[] }
}

export type Choices = { sections: (Named & { slug: string })[]; people: Named[] }
export type Me = { id: string; name: string; addsTopics: boolean; breaks: boolean }
/**
 * The newsroom's zone and language, and the hour at which the page was made, so that server and browser say the same.
 * @property nudged the last nudge before that: of what changed after it the page may know nothing
 */
export type Paper = { timezone: string; language: string; now: number; nudged: number }
