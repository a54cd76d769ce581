import { eq, inArray } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import type { By } from '#lib/draft/noun'
import { media } from '#lib/media/tables'
import { fingerprint, keepOnce } from '#lib/publication/revisions'
import { mediaIdsOf } from '#lib/story/document/media-uses'
import { schemaVersion } from '#lib/story/document/nodes'

import { type PageContent, shownBy } from '../content'
import { pageMedia, pages } from '../tables'

/** A revision that says this: the last one, where that does. */
export const keepPage = (tx: Tx, id: string, content: PageContent, by: By) =>
  keepOnce(tx, { kind: 'page', subject: id, schema: schemaVersion, content, fingerprint: fingerprint(content), ...by })

/** Makes a page's draft say this, and show that of the library. @returns its version */
export async function putPage(
  tx: Tx,
  { id, version }: { id: string; version: number },
  content: PageContent,
  { by, at }: By,
): Promise<number> {
  const row = { content, schema: schemaVersion, fingerprint: fingerprint(content), editedBy: by, editedAt: at }
  if (version === 0) await tx.insert(pages).values({ id, ...row })
  else
    await tx
      .update(pages)
      .set({ ...row, version: version + 1 })
      .where(eq(pages.id, id))
  await noteMedia(tx, id, mediaIdsOf(shownBy(content)))
  return version + 1
}

/** Notes what of the library a draft shows; what the library has no more is left out. */
async function noteMedia(tx: Tx, pageId: string, ids: readonly string[]): Promise<void> {
  await tx.delete(pageMedia).where(eq(pageMedia.pageId, pageId))
  if (!ids.length) return
  const known = await tx
    .select({ mediaId: media.id })
    .from(media)
    .where(inArray(media.id, [...ids]))
  if (known.length) await tx.insert(pageMedia).values(known.map(({ mediaId }) => ({ pageId, mediaId })))
}
