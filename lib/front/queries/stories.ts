import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#lib/auth/actor'
import type { Reader } from '#lib/db/client'
import { sections } from '#lib/section/tables'
import { liveSections, liveStories } from '#lib/site/tables'
import { storyProjections } from '#lib/story/log/tables'
import { isWithdrawn } from '#lib/story/queries/publish-state'
import { readable } from '#lib/story/queries/readable'
import { stories, storySchedules } from '#lib/story/tables'

/**
 * A placed story as its front's editors are shown it. `hidden`: readers do not have it, and the actor may not read it, or
 * it is gone; nothing else is told of it then.
 */
export type ToldStory = {
  id: string
  state: 'live' | 'scheduled' | 'unpublished' | 'withdrawn' | 'hidden'
  headline?: string
  section?: { name: string; colour: string }
  /** Of its publication; of a scheduled one, when that is to be. */
  at?: Date
  /** Its main picture's id. */
  picture?: string
}

/** What the actor may know of stories, in the order of the ids: of live ones what readers have. */
export async function tellStories(on: Reader, actor: Actor, ids: readonly string[]): Promise<ToldStory[]> {
  const wanted = [...new Set(ids)]
  if (!wanted.length) return []
  const live = await on
    .select({
      id: liveStories.subject,
      headline: liveStories.headline,
      section: { name: liveSections.name, colour: liveSections.colour },
      at: liveStories.publishedAt,
      main: liveStories.main,
    })
    .from(liveStories)
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(inArray(liveStories.subject, wanted))
  const drafts = await on
    .select({
      id: stories.id,
      headline: storyProjections.headline,
      section: { name: sections.name, colour: sections.colour },
      main: stories.main,
      at: storySchedules.dueAt,
      withdrawn: sql<number>`case when ${isWithdrawn(on)} then 1 else 0 end`.mapWith(Number),
    })
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(
      storySchedules,
      and(
        eq(storySchedules.storyId, stories.id),
        eq(storySchedules.act, 'publish'),
        eq(storySchedules.state, 'waiting'),
      ),
    )
    .where(and(inArray(stories.id, wanted), readable(on, actor)))
  return wanted.map((id): ToldStory => {
    const now = live.find((row) => row.id === id)
    if (now)
      return { id, state: 'live', headline: now.headline, section: now.section, at: now.at, picture: now.main?.media }
    const draft = drafts.find((row) => row.id === id)
    if (!draft) return { id, state: 'hidden' }
    return {
      id,
      state: draft.at ? 'scheduled' : draft.withdrawn ? 'withdrawn' : 'unpublished',
      headline: draft.headline || 'No headline yet',
      section: draft.section ?? undefined,
      at: draft.at ?? undefined,
      picture: draft.main?.media,
    }
  })
}
