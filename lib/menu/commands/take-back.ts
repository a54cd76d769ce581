import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { forgetDraft } from '#lib/draft/commands/forget'
import { ensureShown } from '#lib/draft/commands/seen'
import { release } from '#lib/publication/door'
import { findLastAct } from '#lib/publication/queries'
import type { MenuId } from '#lib/site/menu/content'

import { liveMenu } from '../live'
import { loadMenu } from '../queries'
import { menus } from '../tables'

/**
 * Takes a menu that editors have made from readers: from now on theirs is made by rule. The draft stays.
 * @param seen place in the publication log of the act by which readers have it
 */
export function takeMenuBack(actor: Actor, asked: string, seen: number, now = new Date()): Promise<number> {
  return db.write(async (tx) => {
    const { id } = await loadMenu(tx, actor, asked)
    await ensureShown(tx, 'menu', id, seen, 'Readers’ menu is made by rule already.')
    return release(tx, { act: 'withdraw', live: liveMenu, subject: id, actorId: actor.id, at: now })
  })
}

/** Takes all of a menu away, so that it is made by rule, in the caller's transaction; it asks nobody. */
export async function deleteMenu(tx: Tx, id: MenuId, by: string | null, at: Date): Promise<void> {
  if (await findLastAct(tx, 'menu', id))
    await release(tx, { act: 'remove', live: liveMenu, subject: id, actorId: by, at })
  await forgetDraft(tx, `menu:${id}`)
  await tx.delete(menus).where(eq(menus.id, id))
}
