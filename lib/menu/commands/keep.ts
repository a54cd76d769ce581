import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import type { By } from '#lib/draft/noun'
import { fingerprint, keepOnce } from '#lib/publication/revisions'
import type { MenuContent, MenuId } from '#lib/site/menu/content'

import { menus } from '../tables'

/** A revision that says this: the last one, where that does. */
export const keepMenu = (tx: Tx, id: string, content: MenuContent, by: By) =>
  keepOnce(tx, { kind: 'menu', subject: id, schema: 1, content, fingerprint: fingerprint(content), ...by })

/** Makes a menu's draft say this. @returns its version */
export async function putMenu(
  tx: Tx,
  draft: { id: string; version: number },
  content: MenuContent,
  { by, at }: By,
): Promise<number> {
  const [id, version] = [draft.id as MenuId, draft.version + 1]
  const row = { content, fingerprint: fingerprint(content), editedBy: by, editedAt: at, version }
  if (draft.version === 0) await tx.insert(menus).values({ id, ...row })
  else await tx.update(menus).set(row).where(eq(menus.id, id))
  return version
}
