import { and, desc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { wordsOf } from '#lib/db/fold'
import { sections } from '#lib/section/tables'
import { liveSections, liveStories } from '#lib/site/tables'
import { storyProjections } from '../log/tables'
import { alike, likeness } from '../similar'
import { stories } from '../tables'
import { headlineHas } from './list'
import { isWithdrawn } from './publish-state'
import { readable } from './readable'

/**
 * Live stories to choose an "Also read" from, newest first, at most 10. What is live may be linked by anyone.
 * @param words of the headline or their beginnings; '' offers the newest
 * @param except the story that will hold the link
 */
export function searchStoriesForLink(actor: Actor, words: string, except: string) {
  return db
    .select({
      id: liveStories.subject,
      headline: liveStories.headline,
      section: liveSections.name,
      publishedAt: liveStories.publishedAt,
    })
    .from(liveStories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, liveStories.subject))
    .innerJoin(stories, eq(stories.id, liveStories.subject))
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(and(ne(liveStories.subject, except), words.trim() ? and(headlineHas(words), openTo(actor)) : undefined))
    .orderBy(desc(liveStories.publishedAt), desc(liveStories.id))
    .limit(10)
}

/**
 * Stories to link words to: those that readers have, and the others that the actor may read, which no link may lead to
 * yet; what readers have first, then the newest, at most 10.
 * @param words of the headline or their beginnings; '' offers the newest
 * @param except the story that will hold the link
 * @returns `path` only of a story that readers have
 */
export async function searchStoriesToLink(actor: Actor, words: string, except: string) {
  const rows = await db
    .select({
      id: stories.id,
      working: storyProjections.headline,
      headline: liveStories.headline,
      section: liveSections.name,
      place: liveSections.slug,
      slug: liveStories.slug,
      desk: sections.name,
      publishedAt: liveStories.publishedAt,
      editedAt: storyProjections.editedAt,
      withdrawn: sql<number>`case when ${isWithdrawn(db)} then 1 else 0 end`.mapWith(Number),
    })
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(liveStories, eq(liveStories.subject, stories.id))
    .leftJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(
      and(
        ne(stories.id, except),
        isNull(stories.spikedAt),
        words.trim() ? and(headlineHas(words), openTo(actor)) : undefined,
        or(isNotNull(liveStories.subject), readable(db, actor) ?? sql`true`),
      ),
    )
    .orderBy(
      sql`case when ${liveStories.subject} is null then 1 else 0 end`,
      desc(liveStories.publishedAt),
      desc(storyProjections.editedAt),
      desc(stories.id),
    )
    .limit(10)
  return rows.map((row) => ({
    id: row.id,
    headline: row.headline ?? row.working,
    section: row.section ?? row.desk,
    at: row.publishedAt ?? row.editedAt,
    path: row.place && row.slug ? `/${row.place}/${row.slug}` : undefined,
    withdrawn: row.withdrawn === 1,
  }))
}

/**
 * The story that a pasted "Also read" line means: one whose headline has the same words, else the most alike.
 * Live stories are preferred to working copies.
 * @returns `exact` when all words are the same; undefined when nothing is alike enough
 */
export async function findStoryByHeadline(actor: Actor, line: string, except: string) {
  const words = wordsOf(line)
  const telling = words.toSorted((a, b) => b.length - a.length).slice(0, 6)
  if (!telling.length) return undefined
  const rows = await db
    .select({ id: stories.id, headline: storyProjections.headline, live: liveStories.headline })
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(liveStories, eq(liveStories.subject, stories.id))
    .where(
      and(
        ne(stories.id, except),
        isNull(stories.spikedAt),
        openTo(actor),
        or(...telling.map((word) => sql`(' ' || ${storyProjections.folded} || ' ') like ${`% ${word} %`}`)),
      ),
    )
    .orderBy(desc(storyProjections.editedAt), desc(storyProjections.storyId))
    .limit(500)
  const ranked = rows
    .map((row) => ({
      id: row.id,
      headline: row.live ?? row.headline,
      live: row.live !== null,
      alike: closeness(words, row),
    }))
    .filter((row) => row.alike >= alike)
    .sort((a, b) => b.alike - a.alike || Number(b.live) - Number(a.live))
  const [best] = ranked
  return best && { id: best.id, headline: best.headline, live: best.live, exact: best.alike === 1 }
}

/** Words are looked for in working headlines; what one may not read is looked at only where readers have it so. */
const openTo = (actor: Actor) =>
  or(eq(storyProjections.headline, liveStories.headline), readable(db, actor) ?? sql`true`)

const closeness = (words: string[], row: { headline: string; live: string | null }) =>
  Math.max(...[row.headline, row.live ?? ''].map((headline) => likeness(words, wordsOf(headline))))

/** `words` of the headline or their beginnings, '' for all; `section` an id; `live`: only what readers have. */
export type ToPlace = { words: string; section?: string; live: boolean }

/**
 * Ids of stories for a front: those that readers have, by the section in which they have them, and the others that the
 * actor may read; what readers have first, then the newest, at most 30.
 */
export async function searchStoriesToPlace(actor: Actor, { words, section, live }: ToPlace): Promise<string[]> {
  const rows = await db
    .select({ id: stories.id })
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(liveStories, eq(liveStories.subject, stories.id))
    .where(
      and(
        isNull(stories.spikedAt),
        words.trim() ? and(headlineHas(words), openTo(actor)) : undefined,
        section ? eq(sql`coalesce(${liveStories.sectionId}, ${stories.sectionId})`, section) : undefined,
        or(isNotNull(liveStories.subject), live ? undefined : (readable(db, actor) ?? sql`true`)),
      ),
    )
    .orderBy(
      sql`case when ${liveStories.subject} is null then 1 else 0 end`,
      desc(liveStories.publishedAt),
      desc(storyProjections.editedAt),
      desc(stories.id),
    )
    .limit(30)
  return rows.map(({ id }) => id)
}
