import { fingerprint } from '#lib/publication/revisions'

import type { MediaUse, StoryDocument } from './document/nodes'
import { upgrade } from './document/upgrade'
import { type Presentation, plain, usedOf } from './presentation'

/** What a story's editors set beside its text, and readers see. */
export type StoryFields = Presentation & {
  slug: string
  sectionId: string | null
  topics: string[] // ids, in order
  people: string[] // ids of the byline, in order
  /** The main picture; null where there is none. */
  main: MediaUse | null
  dateline: string
  searchTitle: string
  searchDescription: string
  canonicalUrl: string
}

/** What editors set beside its text for the desk alone: no revision holds it, and no change of it waits for publication. */
export type DeskFields = { commissionedWords: number | null }

/** A story's revision: text and fields, all that readers would see of it. A draft may have no section yet. */
export type StoryVersion = Omit<StoryDocument, 'schema'> & StoryFields

/** One that readers have, or had. */
export type StoryContent = StoryVersion & { sectionId: string }

/** A kept revision's content as the document's current version says it. */
export function liftContent<Version extends StoryVersion>(content: Version, schema: number): Version {
  const { schema: _, ...lifted } = upgrade({ ...content, schema })
  // Kept before stories had a main picture, or chose how to present themselves.
  return { ...plain, ...content, ...lifted, main: content.main ?? null }
}

/** Of headline, standfirst and body; blocks' ids count, since readers' links may point at them. */
export const textFingerprint = ({ headline, standfirst, body }: Omit<StoryDocument, 'schema'>) =>
  fingerprint([headline, standfirst, body])

export function fieldsFingerprint(fields: StoryFields): string {
  const used = usedOf(fields)
  return fingerprint([
    fields.slug,
    fields.sectionId,
    fields.topics,
    fields.people,
    fields.dateline,
    fields.searchTitle,
    fields.searchDescription,
    fields.canonicalUrl,
    // What was kept before there were these keeps its fingerprint.
    ...(fields.main ? [fields.main] : []),
    ...(used.length ? [used] : []),
  ])
}

/** A revision's fingerprint: equal to the working copy's when no changes wait. */
export const storyFingerprint = (text: string, fields: string) => `${text}.${fields}`
