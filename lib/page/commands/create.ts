import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensureMayEditPaper } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { newId } from '#lib/id'
import { cleanLine } from '#lib/story/document/clean'
import { freeSlug, slugFrom } from '#lib/story/slug'

import { newPage } from '../content'
import { findHolder } from '../queries/load'
import { pages } from '../tables'
import { putPage } from './keep'

/** Begins a page of the paper's own, for its editors alone; its address is made from the title. @returns its id */
export function createPage(actor: Actor, title: string, now = new Date()): Promise<string> {
  ensureMayEditPaper(actor)
  return db.write(async (tx) => {
    const id = newId()
    const content = newPage(cleanLine(title), await freePageSlug(tx, slugFrom(cleanLine(title)) || id))
    await putPage(tx, { id, version: 0 }, content, { by: actor.id, at: now })
    await appendAudit(tx, { actorId: actor.id, act: 'create', subject: `page:${id}`, at: now })
    return id
  })
}

/** The slug, or it with a number, that no section and no page has, a draft's neither. */
async function freePageSlug(tx: Tx, slug: string): Promise<string> {
  const taken = new Set((await tx.select({ content: pages.content }).from(pages)).map(({ content }) => content.slug))
  let free = freeSlug(slug, taken)
  while (await findHolder(tx, free, '')) {
    taken.add(free)
    free = freeSlug(slug, taken)
  }
  return free
}
