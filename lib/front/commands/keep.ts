import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { fingerprint, keepOnce } from '#lib/publication/revisions'
import type { FrontContent } from '#lib/site/front/content'

import type { LoadedFront } from '../queries/load'
import { fronts } from '../tables'

export type Kept = { id: number; number: number; content: FrontContent }

/** A revision that says this: the last one, where that does. */
export async function keepFront(
  tx: Tx,
  id: string,
  content: FrontContent,
  { by, at }: { by: string | null; at: Date },
): Promise<Kept> {
  const kept = { kind: 'front', subject: id, schema: 1, content, fingerprint: fingerprint(content) } as const
  return keepOnce(tx, { ...kept, by, at })
}

/**
 * Makes a front's draft say this.
 * @param by null where nobody did it
 * @returns its version
 */
export async function putDraft(
  tx: Tx,
  { id, version }: Pick<LoadedFront, 'id' | 'version'>,
  content: FrontContent,
  by: string | null,
  at: Date,
): Promise<number> {
  const row = { content, fingerprint: fingerprint(content), editedBy: by, editedAt: at, version: version + 1 }
  if (version === 0) await tx.insert(fronts).values({ id, ...row })
  else await tx.update(fronts).set(row).where(eq(fronts.id, id))
  return row.version
}
