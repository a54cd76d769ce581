import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { forgetDraft } from '#lib/draft/commands/forget'
import type { Seen } from '#lib/draft/commands/of-noun'
import { endPublication } from '#lib/draft/commands/schedule'
import { ensureSeen, ensureShown } from '#lib/draft/commands/seen'
import { Refusal } from '#lib/errors'
import { findLastAct, findShown } from '#lib/publication/queries'
import { cleanNote } from '#lib/story/document/clean'
import { ensureShort } from '#lib/story/update'

import { loadPage } from '../queries/load'
import { pages } from '../tables'
import { givePage } from './give'

/**
 * Takes a page from readers: its addresses answer that it was taken down, with the note. The draft stays; what waited for
 * its hour is off.
 * @param note one or two sentences to readers, or ''
 * @param seen place in the publication log of the act by which readers have it
 */
export function takePageBack(actor: Actor, id: string, note: string, seen: number, now = new Date()): Promise<number> {
  return db.write(async (tx) => {
    await loadPage(tx, actor, id)
    const said = cleanNote(note)
    ensureShort(said)
    await ensureShown(tx, 'page', id, seen, 'Readers do not have this page.')
    await endPublication(tx, `page:${id}`, { reason: 'withdrawn', by: actor.id, at: now })
    return givePage(tx, { act: 'withdraw', subject: id, note: said, actorId: actor.id, at: now })
  })
}

/**
 * Deletes a page that readers do not have, its versions too; where they once had it, its addresses say so no more and are
 * free.
 * @param seen the version of the draft on screen
 */
export function removePage(actor: Actor, id: string, seen: Seen, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const page = await loadPage(tx, actor, id)
    await ensureSeen(tx, 'page', page, seen, 'Not deleted.')
    if (await findShown(tx, 'page', id)) throw new Refusal('rule', 'Readers have this page. Take it from them first.')
    await deletePage(tx, id, actor.id, now)
  })
}

/** Takes all of a page away, where it is there, in the caller's transaction; it asks nobody. */
export async function deletePage(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  if (!(await tx.$count(pages, eq(pages.id, id)))) return
  if (await findLastAct(tx, 'page', id)) await givePage(tx, { act: 'remove', subject: id, actorId: by, at })
  else await appendAudit(tx, { actorId: by, act: 'remove', subject: `page:${id}`, at })
  await forgetDraft(tx, `page:${id}`)
  await tx.delete(pages).where(eq(pages.id, id))
}
