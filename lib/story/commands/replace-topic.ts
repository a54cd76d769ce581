import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { release } from '#lib/publication/door'
import { revisions } from '#lib/publication/tables'
import { liveStories, liveStoryTopics } from '#lib/site/tables'

import { liftContent, type StoryContent } from '../content'
import { liveStory } from '../live'
import { loadStory } from '../queries/load'
import { storyTopics } from '../tables'
import { keepWithFields } from './keep-version'
import { putTopics } from './topics'
import { writeFields } from './write-fields'

type Replacement = { from: string; into: string; actorId: string; at: Date }

/** Puts one topic in the place of another, in every working copy and in every story that readers have. */
export async function replaceTopic(tx: Tx, replacement: Replacement): Promise<void> {
  const { from } = replacement
  const desk = await tx.select({ id: storyTopics.storyId }).from(storyTopics).where(eq(storyTopics.topicId, from))
  for (const { id } of desk) await replaceOnDesk(tx, id, replacement)
  const live = await tx
    .select({ id: liveStoryTopics.subject })
    .from(liveStoryTopics)
    .where(eq(liveStoryTopics.topicId, from))
  for (const { id } of live) await replaceForReaders(tx, id, replacement)
}

async function replaceOnDesk(tx: Tx, id: string, replacement: Replacement) {
  const story = await loadStory(tx, id)
  const topics = replaced(story.topics, replacement)
  await putTopics(tx, id, topics)
  await writeFields(tx, story, { topics })
}

/** A revision of what readers have now, not of the working copy: unpublished changes stay unpublished. */
async function replaceForReaders(tx: Tx, id: string, replacement: Replacement) {
  const { actorId, at } = replacement
  const [now] = await tx
    .select({ schema: revisions.schema, content: revisions.content, fingerprint: revisions.fingerprint })
    .from(liveStories)
    .innerJoin(revisions, eq(revisions.id, liveStories.revision))
    .where(eq(liveStories.subject, id))
  if (!now) throw new Error(`live story ${id} has no revision`)
  const before = liftContent(now.content as StoryContent, now.schema)
  const content = { ...before, topics: replaced(before.topics, replacement) }
  const revision = await keepWithFields(tx, id, content, now.fingerprint, { by: actorId, at })
  await release(tx, { act: 'update', live: liveStory, subject: id, revision, actorId, at })
}

const replaced = (topics: string[], { from, into }: Replacement) => [
  ...new Set(topics.map((id) => (id === from ? into : id))),
]
