import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { forgetDraft } from '#lib/draft/commands/forget'
import type { PublishPinned } from '#lib/draft/commands/pinned'
import { type SavedDraft, saveDraft } from '#lib/draft/commands/save'
import { endPublication, type Hour, notScheduled, scheduleDraft } from '#lib/draft/commands/schedule'
import { ensureSeen } from '#lib/draft/commands/seen'
import { conflict, notFound, Refusal } from '#lib/errors'
import { release } from '#lib/publication/door'
import { findLastAct, findShown } from '#lib/publication/queries'
import { findRevision, fingerprint, keepOnce } from '#lib/publication/revisions'
import { revisions } from '#lib/publication/tables'
import { type Entry, longest, type MenuContent, type MenuId, menuIds } from '#lib/site/menu/content'
import { cleanLine } from '#lib/story/document/clean'
import { judgeLink } from '#lib/story/links'

import { menuProblems, shapeFault } from './checks'
import { liveMenu } from './live'
import { mergeMenus } from './merge'
import { findTargets, loadMenu } from './queries'
import { menus } from './tables'

type By = { by: string | null; at: Date }
type Seen = { version: number }

/**
 * Keeps what an editor has made of a menu's draft. What a colleague has kept meanwhile in other entries is joined with it.
 * @param seen the version that the editor's work began from, and what that said
 * @throws Refusal `conflict` with what stands where both changed the same, `invalid` for a menu that cannot be
 */
export function saveMenu(
  actor: Actor,
  id: string,
  seen: Seen & { content: MenuContent },
  content: MenuContent,
  now = new Date(),
): Promise<SavedDraft<MenuContent>> {
  return db.write(async (tx) => {
    const menu = await loadMenu(tx, actor, id)
    const fault = shapeFault(menu.id, content)
    if (fault) throw new Refusal('invalid', fault)
    return saveDraft(
      tx,
      actor,
      menu,
      {
        ...{ kind: 'menu', seen, mine: written(content), merge: mergeMenus },
        put: (joined) => putMenu(tx, menu, joined, { by: actor.id, at: now }),
      },
      now,
    )
  })
}

/**
 * Gives readers a menu as the editor sees its draft.
 * @throws Refusal `conflict` where the draft says something else by now, `rule` where something is wrong with it, or readers
 *   have all of it
 */
export function publishMenu(
  actor: Actor,
  id: string,
  seen: Seen,
  now = new Date(),
): Promise<{ seq: number; revision: number }> {
  return db.write(async (tx) => {
    const { menu, revision } = await approveMenu(tx, actor, id, seen, now)
    await ensureReady(tx, menu.id, menu.content)
    const shown = await findShown(tx, 'menu', menu.id)
    if (shown?.fingerprint === menu.fingerprint) throw new Refusal('rule', 'Readers have all of this already.')
    const seq = await giveMenu(tx, menu.id, revision, { by: actor.id, at: now })
    await endPublication(tx, `menu:${menu.id}`, { reason: 'published by hand', by: actor.id, at: now }, revision.id)
    return { seq, revision: revision.number }
  })
}

/**
 * Has readers get, at an hour to come, the menu as the editor sees its draft now.
 * @returns the schedule's id, and the number of the revision that it pins
 * @throws Refusal as `scheduleDraft`; `conflict` where the draft says something else by now; `rule` where something is wrong
 *   with it
 */
export function scheduleMenu(
  actor: Actor,
  id: string,
  seen: Seen,
  hour: Hour,
  now = new Date(),
): Promise<{ id: string; revision: number }> {
  return db.write(async (tx) => {
    const { menu, revision } = await approveMenu(tx, actor, id, seen, now, notScheduled)
    const schedule = await scheduleDraft(tx, actor, `menu:${menu.id}`, revision.id, hour, now)
    await ensureReady(tx, menu.id, menu.content, notScheduled)
    return { id: schedule, revision: revision.number }
  })
}

export const publishPinnedMenu: PublishPinned = async (tx, id, { id: revision, content }, by) => {
  const menu = content as MenuContent
  await ensureReady(tx, id as MenuId, menu)
  return giveMenu(tx, id as MenuId, { id: revision, content: menu }, by)
}

/** Keeps what the editor sees as a revision, so that it is that which readers get, now or at an hour. */
async function approveMenu(tx: Tx, actor: Actor, id: string, seen: Seen, at: Date, lead = 'Not published.') {
  const menu = await loadMenu(tx, actor, id)
  await ensureSeen(tx, 'menu', menu, seen, lead)
  const by = { by: actor.id, at }
  if (menu.version === 0) await putMenu(tx, menu, menu.content, by)
  return { menu, revision: await keepMenu(tx, menu.id, menu.content, by) }
}

/** @throws Refusal `rule` with the problems as detail `{ problems }` */
async function ensureReady(tx: Tx, id: MenuId, content: MenuContent, lead = 'Not published.'): Promise<void> {
  const problems = menuProblems(id, content, await findTargets(tx, content))
  const musts = problems.filter(({ level }) => level === 'must')
  if (musts.length)
    throw new Refusal('rule', `${lead} ${musts.map(({ message }) => message).join(' ')}`, {}, { problems })
}

async function giveMenu(
  tx: Tx,
  id: MenuId,
  revision: { id: number; content: MenuContent },
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const act = (await findShown(tx, 'menu', id)) ? 'update' : 'publish'
  return release(tx, { act, live: liveMenu, subject: id, revision, actorId: by, at })
}

/**
 * Takes a menu that editors have made from readers: from now on theirs is made by rule. The draft stays.
 * @param seen place in the publication log of the act by which readers have it
 */
export function takeMenuBack(actor: Actor, id: string, seen: number, now = new Date()): Promise<number> {
  return db.write(async (tx) => {
    const menu = await loadMenu(tx, actor, id)
    const shown = await findShown(tx, 'menu', menu.id)
    if (!shown) throw new Refusal('rule', 'Readers’ menu is made by rule already.')
    if (shown.seq !== seen) throw conflict('Not taken back. Readers have another menu by now; look at it first.')
    return release(tx, { act: 'withdraw', live: liveMenu, subject: menu.id, actorId: actor.id, at: now })
  })
}

/**
 * Makes the draft say again what an earlier revision says; what stood is kept as a revision. Readers get nothing of it yet.
 * @param number of the revision
 */
export function restoreMenu(actor: Actor, id: string, number: number, seen: Seen, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const menu = await loadMenu(tx, actor, id)
    await ensureSeen(tx, 'menu', menu, seen, 'Not restored.')
    const kept = await findRevision(tx, 'menu', menu.id, number)
    if (!kept) throw notFound('This revision')
    if (kept.fingerprint === menu.fingerprint) return
    if (menu.version > 0) await keepMenu(tx, menu.id, menu.content, { by: menu.editedBy, at: menu.editedAt ?? now })
    await putMenu(tx, menu, kept.content as MenuContent, { by: actor.id, at: now })
    const detail = { restored: kept.id }
    await appendAudit(tx, { actorId: actor.id, act: 'restore', subject: `menu:${menu.id}`, detail, at: now })
  })
}

const keepMenu = (tx: Tx, id: MenuId, content: MenuContent, by: By) =>
  keepOnce(tx, {
    ...{ kind: 'menu', subject: id, schema: 1, content, fingerprint: fingerprint(content) },
    ...by,
  } as const)

async function putMenu(
  tx: Tx,
  { id, version }: { id: MenuId; version: number },
  content: MenuContent,
  { by, at }: By,
): Promise<number> {
  const row = { content, fingerprint: fingerprint(content), editedBy: by, editedAt: at, version: version + 1 }
  if (version === 0) await tx.insert(menus).values({ id, ...row })
  else await tx.update(menus).set(row).where(eq(menus.id, id))
  return row.version
}

/** An address as readers can follow it; one that is none stays as it is, and keeps the menu from them. */
function whole(typed: string): string {
  const href = judgeLink(typed)?.href
  return href && href.length <= longest.href ? href : typed.trim()
}

/** Without what no page can carry, addresses whole, its keys in one order, so that the same menu has one fingerprint. */
const written = ({ columns }: MenuContent): MenuContent => ({
  columns: columns.map(({ id, title, entries }) => ({
    id,
    title: cleanLine(title),
    entries: entries.map(({ id: entry, to, label }) => ({
      id: entry,
      to:
        to.of === 'address'
          ? { of: to.of, href: whole(to.href) }
          : 'id' in to
            ? ({ of: to.of, id: to.id } as typeof to)
            : { of: to.of },
      label: cleanLine(label),
    })),
  })),
})

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

/** Takes all of a menu away, so that it is made by rule, in the caller's transaction; it asks nobody. */
export async function deleteMenu(tx: Tx, id: MenuId, by: string | null, at: Date): Promise<void> {
  if (await findLastAct(tx, 'menu', id))
    await release(tx, { act: 'remove', live: liveMenu, subject: id, actorId: by, at })
  await forgetDraft(tx, `menu:${id}`)
  await tx.delete(revisions).where(and(eq(revisions.kind, 'menu'), eq(revisions.subject, id)))
  await tx.delete(menus).where(eq(menus.id, id))
}
