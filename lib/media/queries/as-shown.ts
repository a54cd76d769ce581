import { inArray } from 'drizzle-orm'

import { db } from '#lib/db/client'
import type { LibraryItem } from '#lib/site/queries/media'

import { shortHash } from '../live'
import { media } from '../tables'

/** What the library has, as readers would get it: for who may see a text that they do not have yet. */
export async function itemsAsShown(ids: readonly string[]): Promise<Map<string, LibraryItem>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select()
    .from(media)
    .where(inArray(media.id, [...ids]))
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...{ id: row.id, kind: row.kind, type: row.type, bytes: row.bytes, hash: shortHash(row.hash) },
        ...{ width: row.width, height: row.height, seconds: row.seconds, colour: row.colour, graphic: row.graphic },
        ...{ alt: row.decorative ? '' : row.alt, caption: row.caption, credit: row.credit },
        ...{ focus: row.focus, crops: row.crops, poster: row.poster },
        ...{ captions: row.captions, captionsLanguage: row.captionsLanguage },
      },
    ]),
  )
}
