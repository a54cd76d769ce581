import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { forgetDraft } from '#lib/draft/commands/forget'
import type { PublishPinned } from '#lib/draft/commands/pinned'
import { endPublication, type Hour, notScheduled, scheduleDraft } from '#lib/draft/commands/schedule'
import { ensureSeen } from '#lib/draft/commands/seen'
import { conflict, Refusal } from '#lib/errors'
import { settleMedia } from '#lib/media/commands/show'
import { type Release, release } from '#lib/publication/door'
import type { LiveTables } from '#lib/publication/live'
import { findLastAct, findShown } from '#lib/publication/queries'
import { revisions } from '#lib/publication/tables'
import { cleanNote } from '#lib/story/document/clean'
import { ensureShort } from '#lib/story/update'

import { pageProblems } from '../checks'
import { liftPage, type PageContent } from '../content'
import { livePage } from '../live'
import { findAbout, loadPage, shownByLive } from '../queries/load'
import { pages } from '../tables'
import { keepPage } from './keep'

/**
 * Gives readers a page as the editor sees its draft.
 * @param seen the version of the draft on screen
 * @returns its place in the publication log, and the number of the revision that readers now have
 * @throws Refusal `conflict` where the draft says something else by now, `rule` where something is wrong with it, or readers
 *   have all of it
 */
export function publishPage(
  actor: Actor,
  id: string,
  seen: { version: number },
  now = new Date(),
): Promise<{ seq: number; revision: number }> {
  return db.write(async (tx) => {
    const page = await loadPage(tx, actor, id)
    await ensureSeen(tx, 'page', page, seen, 'Not published.')
    await ensureReady(tx, id, page.content, now)
    const shown = await findShown(tx, 'page', id)
    if (shown?.fingerprint === page.fingerprint) throw new Refusal('rule', 'Readers have all of this already.')
    const revision = await keepPage(tx, id, page.content, { by: actor.id, at: now })
    const seq = await giveRevision(tx, id, revision, { by: actor.id, at: now })
    await endPublication(tx, `page:${id}`, { reason: 'published by hand', by: actor.id, at: now }, revision.id)
    return { seq, revision: revision.number }
  })
}

/**
 * Has readers get, at an hour to come, the page as the editor sees its draft now.
 * @returns the schedule's id, and the number of the revision that it pins
 * @throws Refusal as `scheduleDraft`; `conflict` where the draft says something else by now; `rule` where something is wrong
 *   with it, or will be then
 */
export function schedulePage(
  actor: Actor,
  id: string,
  seen: { version: number },
  hour: Hour,
  now = new Date(),
): Promise<{ id: string; revision: number }> {
  return db.write(async (tx) => {
    const page = await loadPage(tx, actor, id)
    await ensureSeen(tx, 'page', page, seen, notScheduled)
    const revision = await keepPage(tx, id, page.content, { by: actor.id, at: now })
    const schedule = await scheduleDraft(tx, actor, `page:${id}`, revision.id, hour, now)
    await ensureReady(tx, id, page.content, hour.at, notScheduled)
    return { id: schedule, revision: revision.number }
  })
}

export const publishPinnedPage: PublishPinned = async (tx, id, { id: revision, schema, content }, by) => {
  const page = liftPage(content as PageContent, schema)
  await ensureReady(tx, id, page, by.at)
  return giveRevision(tx, id, { id: revision, content: page }, by)
}

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
    const shown = await findShown(tx, 'page', id)
    if (!shown) throw new Refusal('rule', 'Readers do not have this page.')
    if (shown.seq !== seen) throw conflict('Not taken back. Readers have another version by now; look at it first.')
    await endPublication(tx, `page:${id}`, { reason: 'withdrawn', by: actor.id, at: now })
    return give(tx, { act: 'withdraw', subject: id, note: said, actorId: actor.id, at: now })
  })
}

/**
 * Deletes a page that readers do not have, its versions too; where they once had it, its addresses say so no more and are
 * free.
 * @param seen the version of the draft on screen
 */
export function removePage(actor: Actor, id: string, seen: { version: number }, now = new Date()): Promise<void> {
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
  if (await findLastAct(tx, 'page', id)) await give(tx, { act: 'remove', subject: id, actorId: by, at })
  else await appendAudit(tx, { actorId: by, act: 'remove', subject: `page:${id}`, at })
  await forgetDraft(tx, `page:${id}`)
  await tx.delete(revisions).where(and(eq(revisions.kind, 'page'), eq(revisions.subject, id)))
  await tx.delete(pages).where(eq(pages.id, id))
}

/** @throws Refusal `rule` with the problems as detail `{ problems }` */
async function ensureReady(tx: Tx, id: string, page: PageContent, at: Date, lead = 'Not published.'): Promise<void> {
  const problems = pageProblems(page, await findAbout(tx, id, page), at)
  if (problems.length)
    throw new Refusal('rule', `${lead} ${problems.map(({ message }) => message).join(' ')}`, {}, { problems })
}

async function giveRevision(
  tx: Tx,
  id: string,
  revision: { id: number; content: PageContent },
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const act = (await findShown(tx, 'page', id)) ? 'update' : 'publish'
  return give(tx, { act, subject: id, revision, actorId: by, at })
}

/** Changes what readers have of a page, and with it what they have of the library. @returns its place in the publication log */
async function give(tx: Tx, change: Omit<Release<PageContent, LiveTables>, 'live'>): Promise<number> {
  const { subject, actorId, at } = change
  const had = await shownByLive(tx, subject)
  const seq = await release(tx, { ...change, live: livePage })
  await settleMedia(tx, [...had, ...(await shownByLive(tx, subject))], actorId, at)
  return seq
}
