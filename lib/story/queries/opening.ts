import { and, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'

import type { StoryDocument } from '../document/nodes'
import { toDocument } from '../document/ydoc'
import { loadLog } from '../log/read'
import { stories } from '../tables'
import { readable } from './readable'

/**
 * How a story's text begins as it stands in the log now: what is seen of it before its editors are there.
 * @param blocks of the body, at most
 * @returns undefined when there is no story that the actor may read, or its text is of a newer version than this one
 */
export async function findOpening(actor: Actor, id: string, blocks: number): Promise<StoryDocument | undefined> {
  const [row] = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.id, id), readable(db, actor)))
  if (!row) return undefined
  const ydoc = await loadLog(db, id)
  try {
    const { body, ...document } = toDocument(ydoc)
    return { ...document, body: { ...body, content: body.content.slice(0, blocks) } }
  } catch {
    return undefined
  }
}
