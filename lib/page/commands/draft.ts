import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensureMayEditPaper } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { type SavedDraft, saveDraft } from '#lib/draft/commands/save'
import { ensureSeen } from '#lib/draft/commands/seen'
import { notFound } from '#lib/errors'
import { newId } from '#lib/id'
import { findRevision } from '#lib/publication/revisions'
import { cleanBlock, cleanLine } from '#lib/story/document/clean'
import { freeSlug, slugFrom } from '#lib/story/slug'

import { liftPage, newPage, type PageContent } from '../content'
import { mergePages } from '../merge'
import { findHolder, loadPage } from '../queries/load'
import { pages } from '../tables'
import { keepPage, putPage } from './keep'

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

/**
 * Keeps what an editor has made of a page's draft. What a colleague has kept meanwhile in other fields and blocks is joined
 * with it.
 * @param seen the version that the editor's work began from, and what that said
 * @throws Refusal `conflict` with what stands where both changed the same
 */
export function savePage(
  actor: Actor,
  id: string,
  seen: { version: number; content: PageContent },
  content: PageContent,
  now = new Date(),
): Promise<SavedDraft<PageContent>> {
  return db.write(async (tx) => {
    const page = await loadPage(tx, actor, id)
    return saveDraft(
      tx,
      actor,
      page,
      {
        ...{ kind: 'page', seen, mine: written(content), merge: mergePages },
        put: (joined) => putPage(tx, page, joined, { by: actor.id, at: now }),
      },
      now,
    )
  })
}

/**
 * Makes the draft say again what an earlier revision says; what stood is kept as a revision. Readers get nothing of it yet.
 * @param number of the revision
 */
export function restorePage(
  actor: Actor,
  id: string,
  number: number,
  seen: { version: number },
  now = new Date(),
): Promise<void> {
  return db.write(async (tx) => {
    const page = await loadPage(tx, actor, id)
    await ensureSeen(tx, 'page', page, seen, 'Not restored.')
    const kept = await findRevision(tx, 'page', id, number)
    if (!kept) throw notFound('This revision')
    if (kept.fingerprint === page.fingerprint) return
    await keepPage(tx, id, page.content, { by: page.editedBy, at: page.editedAt })
    const content = liftPage(kept.content as PageContent, kept.schema)
    await putPage(tx, page, content, { by: actor.id, at: now })
    const detail = { restored: kept.id }
    await appendAudit(tx, { actorId: actor.id, act: 'restore', subject: `page:${id}`, detail, at: now })
  })
}

/** Without what no page can carry, its keys in one order, so that the same page has one fingerprint. */
const written = ({ title, slug, standfirst, language, body }: PageContent): PageContent => ({
  ...{
    title: cleanLine(title),
    slug: cleanLine(slug),
    standfirst: cleanLine(standfirst),
    language: cleanLine(language),
  },
  body: { type: 'doc', content: body.content.map(cleanBlock) },
})
