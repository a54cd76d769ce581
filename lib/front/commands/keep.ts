import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import type { By } from '#lib/draft/noun'
import { fingerprint, keepOnce } from '#lib/publication/revisions'
import type { FrontContent } from '#lib/site/front/content'

import { fronts } from '../tables'

/** A revision that says this: the last one, where that does. */
export const keepFront = (tx: Tx, id: string, content: FrontContent, by: By) =>
  keepOnce(tx, { kind: 'front', subject: id, schema: 1, content, fingerprint: fingerprint(content), ...by })

/** Makes a front's draft say this. @returns its version */
export async function putFront(
  tx: Tx,
  { id, version }: { id: string; version: number },
  content: FrontContent,
  { by, at }: By,
): Promise<number> {
  const row = { content, fingerprint: fingerprint(content), editedBy: by, editedAt: at, version: version + 1 }
  if (version === 0) await tx.insert(fronts).values({ id, ...row })
  else await tx.update(fronts).set(row).where(eq(fronts.id, id))
  return row.version
}
