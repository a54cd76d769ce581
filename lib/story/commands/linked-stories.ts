import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import type { Tx } from '#lib/db/client'
import { liveStories } from '#lib/site/tables'

import type { Presentation } from '../presentation'
import { readable } from '../queries/readable'
import { stories } from '../tables'

type Links = Pick<Presentation, 'related' | 'original'>

/**
 * What is wrong with the stories that a story is to lead to, by field: each is one that readers have or that the actor may
 * read, unless it stood there before; translations lead to their original, none to another.
 */
export async function linkFaults(
  tx: Tx,
  actor: Actor,
  story: Links & { id: string },
  { related = story.related, original = story.original }: Partial<Links>,
): Promise<Partial<Record<keyof Links, string>>> {
  const added = related.filter((id) => !story.related.includes(id))
  const named = original && original !== story.original ? [original] : []
  const ids = [...new Set([...added, ...named])]
  if (!ids.length) return {}
  const rows = await tx
    .select({ id: stories.id, original: stories.original })
    .from(stories)
    .leftJoin(liveStories, eq(liveStories.subject, stories.id))
    .where(and(inArray(stories.id, ids), or(isNotNull(liveStories.subject), readable(tx, actor) ?? sql`true`)))
  const known = new Map(rows.map((row) => [row.id, row.original]))
  return {
    ...(added.some((id) => !known.has(id)) && { related: 'One of these stories is not there any more.' }),
    ...(named.length && (await originalFault(tx, story.id, known.get(original)))),
  }
}

/** @param of what the chosen original is itself a translation of; undefined where there is no such story */
async function originalFault(tx: Tx, id: string, of: string | undefined) {
  if (of === undefined) return { original: 'This story is not there any more.' }
  if (of) return { original: 'That story is a translation itself: choose the one that it was made from.' }
  if (await tx.$count(stories, eq(stories.original, id)))
    return { original: 'Other stories are translations of this one.' }
  return {}
}
