import type { Tx } from '#lib/db/client'
import { findShown } from '#lib/publication/queries'
import { type Entry, type MenuContent, menuIds } from '#lib/site/menu/content'

import { menus } from '../tables'
import { giveMenu } from './give'
import { keepMenu, putMenu } from './keep'

type Replacement = { from: string; into: string; actorId: string; at: Date }

/** Has entries lead to one topic in the place of another, in every draft and for readers, in the caller's transaction. */
export async function replaceMenuTopic(tx: Tx, { from, into, actorId, at }: Replacement): Promise<void> {
  const by = { by: actorId, at }
  for (const { id, content, version } of await tx.select().from(menus)) {
    const next = replaced(content, from, into)
    if (next) await putMenu(tx, { id, version }, next, by)
  }
  for (const id of menuIds) {
    const shown = await findShown(tx, 'menu', id)
    const next = shown && replaced(shown.content as MenuContent, from, into)
    if (next) await giveMenu(tx, id, await keepMenu(tx, id, next, by), by)
  }
}

/** @returns nothing where no entry leads to the topic */
function replaced({ columns }: MenuContent, from: string, into: string): MenuContent | undefined {
  const leads = ({ to }: Entry) => to.of === 'topic' && to.id === from
  if (!columns.some(({ entries }) => entries.some(leads))) return undefined
  const turned = (entry: Entry): Entry => (leads(entry) ? { ...entry, to: { of: 'topic', id: into } } : entry)
  return { columns: columns.map((column) => ({ ...column, entries: column.entries.map(turned) })) }
}
