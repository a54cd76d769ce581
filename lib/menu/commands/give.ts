import type { Tx } from '#lib/db/client'
import type { Given } from '#lib/draft/noun'
import { release } from '#lib/publication/door'
import { findShown } from '#lib/publication/queries'
import type { MenuContent } from '#lib/site/menu/content'

import { liveMenu } from '../live'

/** Gives readers a kept revision of a menu, in the caller's transaction; it asks neither who may nor whether all is right. */
export async function giveMenu(
  tx: Tx,
  id: string,
  revision: Given<MenuContent>,
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const act = (await findShown(tx, 'menu', id)) ? 'update' : 'publish'
  return release(tx, { act, live: liveMenu, subject: id, revision, actorId: by, at })
}
