import type { Told } from '#lib/story/document/changes'
import type { Move } from '#lib/story/workflow'

export type Named = { id: string; name: string }

/** What editors set beside the text; ids, as the commands take them. */
export type Fields = {
  slug: string
  sectionId: string | null
  dateline: string
  searchTitle: string
  searchDescription: string
  canonicalUrl: string
  topics: Named[]
  people: Named[]
}

/** The revision that readers see; times are milliseconds. */
export type Seen = {
  path: string
  revision: number
  publishedAt: number
  updatedAt: number
  text: Told
  fields: Omit<Fields, 'topics' | 'people'> & { topics: string[]; people: string[] }
}

/** All that the edit screen knows of a story when it opens; the text itself comes over the socket. */
export type StoryProps = {
  id: string
  version: number
  step: 'draft' | 'review' | 'ready'
  fields: Fields
  slugEdited: boolean
  assignedTo: Named | null
  note: { text: string; by: string } | null
  spiked: boolean
  live: Seen | null
  withdrawnAt: number | null
  may: { edit: boolean; publish: boolean; spike: boolean }
  moves: Move[]
}

export type Choices = { sections: (Named & { slug: string })[]; people: Named[] }
export type Me = { id: string; name: string }
export type Paper = { timezone: string; now: number }
