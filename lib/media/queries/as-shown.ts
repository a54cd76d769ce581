import { and, eq, inArray, isNull } from 'drizzle-orm'

import { db } from '#lib/db/client'
import type { LibraryItem } from '#lib/site/queries/media'

import { creditFor, isHandout } from '../credit'
import { shortHash } from '../live'
import { cropCode } from '../store/address'
import type { Crop } from '../store/crop'
import { cuttingOf, viewsOf } from '../store/view'
import { media } from '../tables'

/**
 * A file of the library for who may see a text that readers do not have: by what of it, which content and which part.
 * @param owns crops that the text shows of it
 */
export async function findFileAsShown(id: string, hash: string, code: string, owns: readonly Crop[]) {
  const [row] = await db
    .select()
    .from(media)
    .where(and(eq(media.id, id), isNull(media.withheldAt)))
  if (!row || shortHash(row.hash) !== hash) return undefined
  const { file, type, graphic, captions } = row
  const part = viewsOf(cuttingOf(row), owns).find(({ crop }) => cropCode(crop) === code)
  return part && { file, type, graphic, credit: creditFor(row), captions, crop: part.crop }
}

/** What the library has and nobody took from readers, as they would get it, with posters: for who may see a text that they do not have yet. */
export async function itemsAsShown(ids: readonly string[]): Promise<Map<string, LibraryItem>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select()
    .from(media)
    .where(and(inArray(media.id, [...ids]), isNull(media.withheldAt)))
  const posters = rows.flatMap(({ poster }) => (poster && !ids.includes(poster) ? [poster] : []))
  const more = await itemsAsShown(posters)
  const own = new Map(
    rows.map((row) => [
      row.id,
      {
        ...{ id: row.id, kind: row.kind, type: row.type, bytes: row.bytes, hash: shortHash(row.hash) },
        ...{ width: row.width, height: row.height, seconds: row.seconds, colour: row.colour, graphic: row.graphic },
        ...{ alt: row.decorative ? '' : row.alt, caption: row.caption },
        ...{ credit: creditFor(row), handout: isHandout(row) },
        ...{ focus: row.focus, crops: row.crops, poster: row.poster },
        ...{ captions: row.captions, captionsLanguage: row.captionsLanguage },
      },
    ]),
  )
  return new Map([...own, ...more])
}
