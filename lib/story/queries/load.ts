import { asc, eq } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { people } from '#lib/people/tables'

import type { DeskFields, StoryFields } from '../content'
import { stories, storyBylines, storyHolds, storyTopics } from '../tables'

export type LoadedStory = Awaited<ReturnType<typeof loadStory>>

/**
 * A working copy with its fields, for commands.
 * @throws Refusal `not-found`
 */
export async function loadStory(on: Reader, id: string) {
  const [row] = await on
    .select({
      id: stories.id,
      slug: stories.slug,
      slugEdited: stories.slugEdited,
      sectionId: stories.sectionId,
      step: stories.step,
      main: stories.main,
      dateline: stories.dateline,
      searchTitle: stories.searchTitle,
      searchDescription: stories.searchDescription,
      canonicalUrl: stories.canonicalUrl,
      kicker: stories.kicker,
      layout: stories.layout,
      sponsor: stories.sponsor,
      machine: stories.machine,
      related: stories.related,
      language: stories.language,
      original: stories.original,
      commissionedWords: stories.commissionedWords,
      assignedTo: stories.assignedTo,
      note: stories.note,
      fieldsFingerprint: stories.fieldsFingerprint,
      createdBy: stories.createdBy,
      createdAt: stories.createdAt,
      spikedAt: stories.spikedAt,
      version: stories.version,
      hold: { personId: storyHolds.personId, seenAt: storyHolds.seenAt },
      holder: { name: people.name, role: people.role },
    })
    .from(stories)
    .leftJoin(storyHolds, eq(storyHolds.storyId, stories.id))
    .leftJoin(people, eq(people.id, storyHolds.personId))
    .where(eq(stories.id, id))
  if (!row) throw notFound('This story')
  const bylines = await on
    .select({ id: storyBylines.personId })
    .from(storyBylines)
    .where(eq(storyBylines.storyId, id))
    .orderBy(asc(storyBylines.position))
  const topics = await on
    .select({ id: storyTopics.topicId })
    .from(storyTopics)
    .where(eq(storyTopics.storyId, id))
    .orderBy(asc(storyTopics.position))
  return { ...row, bylines: bylines.map((person) => person.id), topics: topics.map((topic) => topic.id) }
}

/** The fields of a loaded story that readers see. */
export const fieldsOf = (story: LoadedStory): StoryFields => ({
  slug: story.slug,
  sectionId: story.sectionId,
  topics: story.topics,
  people: story.bylines,
  main: story.main,
  dateline: story.dateline,
  searchTitle: story.searchTitle,
  searchDescription: story.searchDescription,
  canonicalUrl: story.canonicalUrl,
  kicker: story.kicker,
  layout: story.layout,
  sponsor: story.sponsor,
  machine: story.machine,
  related: story.related,
  language: story.language,
  original: story.original,
})

/** The fields of a loaded story that only the desk sees. */
export const deskFieldsOf = ({ commissionedWords }: LoadedStory): DeskFields => ({ commissionedWords })
