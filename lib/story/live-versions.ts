import type { Stamp } from '#lib/publication/live'
import type { Change, NotePlace } from '#lib/site/change'
import type { liveCorrections, liveVersions } from '#lib/site/tables'

import type { StoryContent } from './content'

type Version = typeof liveVersions.$inferSelect
type Correction = typeof liveCorrections.$inferSelect

/** What a story's live rows are made of besides its revisions, as the publication log keeps it. */
export type StoryDetail = {
  /** What kind of update it is; without one, an update. */
  change?: Change
  /** Where readers find the note of a clarification or correction. */
  place?: NotePlace
  restored?: Restored
  /** Of `close-version` and `open-version`: the version's number. */
  version?: number
  /** Of `withdraw`: when readers had last been told of an update, as an ISO string. */
  updatedAt?: string
}

/** What comes back with a story that readers had before it was withdrawn; instants as ISO strings. */
export type Restored = {
  publishedAt: string
  /** Where it comes back as it was, so that readers are told of no update; else it is updated now. */
  updatedAt?: string
  corrections: { seq: number; kind: Correction['kind']; note: string; place: NotePlace; at: string }[]
}

export const detailOf = (stamp: Stamp): StoryDetail => stamp.detail

/** Kinds of update that say in a note what was changed. */
export const isNoted = (change: Change | undefined): change is Correction['kind'] =>
  change === 'clarification' || change === 'correction'

/** Readers are told of an update when the text changed, not when an editor moved or tagged the story. */
export const saysTheSame = (before: ReadersText, after: ReadersText) =>
  before.headline === after.headline &&
  before.standfirst === after.standfirst &&
  before.dateline === after.dateline &&
  JSON.stringify(before.body) === JSON.stringify(after.body)

type ReadersText = Pick<StoryContent, 'headline' | 'standfirst' | 'dateline' | 'body'>

/**
 * Whether readers are told of an act: of the first publication, of each change of the text that is more than a typo fix,
 * and of whatever has a note.
 * @param before what they had until then
 */
export const isTold = (before: ReadersText | undefined, after: ReadersText, { change }: StoryDetail): boolean =>
  before === undefined || isNoted(change) || (change !== 'typo' && !saysTheSame(before, after))

const textOf = ({ headline, standfirst, body }: StoryContent) => ({ headline, standfirst, body })

/** Versions after a publication: one more when readers are told of it, else the newest says what they read now. */
export function versionsAfter(content: StoryContent, before: Version[], stamp: Stamp, told: boolean): Version[] {
  const { subject, seq, at } = stamp
  const text = textOf(content)
  const newest = Math.max(0, ...before.map(({ number }) => number))
  if (!told) return before.map((version) => (version.number === newest ? { ...version, ...text } : version))
  const { change = newest ? 'update' : null } = detailOf(stamp)
  return [...before, { subject, number: newest + 1, seq, at, change, ...text, closed: false }]
}

const nothing = { headline: '', standfirst: '', body: { type: 'doc' as const, content: [] } }

/** Readers are told that it was closed, and nothing of what it said. */
export const closed = (versions: Version[], stamp: Stamp): Version[] =>
  versions.map((version) =>
    version.number === detailOf(stamp).version ? { ...version, ...nothing, closed: true } : version,
  )

/** @param content what it said, from its revision */
export const opened = (content: StoryContent, versions: Version[], stamp: Stamp): Version[] =>
  versions.map((version) =>
    version.number === detailOf(stamp).version ? { ...version, ...textOf(content), closed: false } : version,
  )

/** What readers are told of clarifications and corrections, from all that came back and the act's own. */
export function correctionsAfter(before: Correction[], stamp: Stamp): Correction[] {
  const { change, place = 'end', restored } = detailOf(stamp)
  const { subject, seq, note, at } = stamp
  const back = (restored?.corrections ?? []).map((told) => ({ ...told, subject, at: new Date(told.at) }))
  const own = isNoted(change) ? [{ subject, seq, kind: change, note, place, at }] : []
  return [...before, ...back, ...own]
}
