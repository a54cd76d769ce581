import { eq } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { liveMedia } from '#lib/site/tables'

/** A picture that readers have: what its files are made of, and how they are cut. */
export async function findShownPicture(id: string) {
  const [row] = await db
    .select({
      kind: liveMedia.kind,
      file: liveMedia.file,
      graphic: liveMedia.graphic,
      credit: liveMedia.credit,
      width: liveMedia.width,
      height: liveMedia.height,
      focus: liveMedia.focus,
      crops: liveMedia.crops,
    })
    .from(liveMedia)
    .where(eq(liveMedia.subject, id))
  if (row?.kind !== 'picture' || row.width === null || row.height === null) return undefined
  const { file, graphic, credit, width, height, focus, crops } = row
  return { cutting: { size: { width, height }, focus, crops }, from: { file, graphic, credit } }
}
