import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { wordsOf } from '#lib/db/fold'
import { liveSections, liveStories } from '#lib/site/tables'

import { alike, likeness } from '../similar'
import { stories, storyProjections } from '../tables'
import { headlineHas } from './list'
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
