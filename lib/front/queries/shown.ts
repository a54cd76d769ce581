import { eq } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { findShown as findShownRevision } from '#lib/publication/queries'
import type { FrontContent } from '#lib/site/front/content'
import { liveFrontMedia } from '#lib/site/tables'

import type { FrontDetail } from '../live'

/** The revision of a front that readers have; undefined where it is made by rule. */
export async function findShown(on: Reader, id: string) {
  const shown = await findShownRevision(on, 'front', id)
  if (!shown) return undefined
  const { detail, content, ...rest } = shown
  return { ...rest, withheld: (detail as FrontDetail).withheld ?? [], content: content as FrontContent }
}

/** Ids of what readers are shown of the library by a front itself. */
export async function shownPictures(on: Reader, id: string): Promise<string[]> {
  const rows = await on
    .select({ mediaId: liveFrontMedia.mediaId })
    .from(liveFrontMedia)
    .where(eq(liveFrontMedia.subject, id))
  return rows.map(({ mediaId }) => mediaId)
}
