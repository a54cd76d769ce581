import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { fingerprint, keepOnce } from '#lib/publication/revisions'
import { schemaVersion } from '#lib/story/document/nodes'

import type { PageContent } from '../content'
import { pages } from '../tables'

type By = { by: string | null; at: Date }

/** A revision that says this: the last one, where that does. */
export const keepPage = (tx: Tx, id: string, content: PageContent, { by, at }: By) =>
  keepOnce(tx, {
    ...{ kind: 'page', subject: id, schema: schemaVersion, content, fingerprint: fingerprint(content) },
    ...{ by, at },
  } as const)

/** Makes a page's draft say this. @returns its version */
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
  return version + 1
}
