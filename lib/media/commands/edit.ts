import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { isRefusal, Refusal } from '#lib/errors'
import { cancel, enqueue } from '#lib/jobs/commands'

import type { bulkFields, MediaFields } from '../fields'
import { type LoadedMedia, loadForEdit } from '../queries/load'
import type { Crop, Point, Shape } from '../store/crop'
import { media } from '../tables'
import { foldedOf } from '../words'
import { settleMedia, updateShown } from './show'

/** Where a picture is cut. */
export type Cut = { focus?: Point; crops?: Partial<Record<Shape, Crop>> }

/**
 * Writes what is said of something of the library; what is left out stays. Where readers have it, they get it at once.
 * @param seen the version on screen
 * @returns the next version
 * @throws Refusal `not-found`, `forbidden`, `conflict` with detail `{ version, theirs }`
 */
export function editMedia(
  actor: Actor,
  id: string,
  seen: number,
  change: Partial<MediaFields>,
  now = new Date(),
): Promise<number> {
  return db.write(async (tx) => {
    const before = await loadSeen(tx, actor, id, seen)
    return writeSaid(tx, actor, before, change, now)
  })
}

/** The same for where it is cut. A focus that somebody has set is no guess any more. */
export function cutMedia(actor: Actor, id: string, seen: number, cut: Cut, now = new Date()): Promise<number> {
  return db.write(async (tx) => {
    await loadSeen(tx, actor, id, seen)
    const guessed = cut.focus ? { guessed: false } : {}
    return putMedia(tx, actor, id, { ...cut, ...guessed, version: seen + 1 }, ['crop'], now)
  })
}

/** What came of one of many. */
export type Outcome = { id: string; message?: string }

/**
 * Writes the same of many; each that may not be changed says why, the others are written all the same.
 * @param change of `bulkFields` alone; keywords are added to those that are there
 */
export async function editMany(
  actor: Actor,
  ids: readonly string[],
  change: Partial<Pick<MediaFields, (typeof bulkFields)[number]>>,
  now = new Date(),
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const id of ids) {
    const outcome = await db
      .write(async (tx) => {
        const before = await loadForEdit(tx, actor, id)
        const keywords = change.keywords && { keywords: [...new Set([...before.keywords, ...change.keywords])] }
        await writeSaid(tx, actor, before, { ...change, ...keywords }, now)
        return { id }
      })
      .catch((error) => {
        if (!isRefusal(error)) throw error
        return { id, message: error.message }
      })
    outcomes.push(outcome)
  }
  return outcomes
}

async function loadSeen(tx: Tx, actor: Actor, id: string, seen: number): Promise<LoadedMedia> {
  const before = await loadForEdit(tx, actor, id)
  if (before.version === seen) return before
  const { alt, caption, credit, source, version } = before
  throw new Refusal(
    'conflict',
    'Somebody else changed this meanwhile. Nothing of yours was written.',
    {},
    { version, theirs: { alt, caption, credit, source } },
  )
}

function writeSaid(
  tx: Tx,
  actor: Actor,
  before: LoadedMedia,
  change: Partial<MediaFields>,
  now: Date,
): Promise<number> {
  const names = (Object.keys(change) as (keyof MediaFields)[]).filter((name) => !same(change[name], before[name]))
  const after = { ...before, ...change }
  const values = {
    ...Object.fromEntries(names.map((name) => [name, change[name]])),
    folded: foldedOf(after),
    fromFile: before.fromFile.filter((name) => !names.includes(name)),
    version: before.version + 1,
  }
  return putMedia(tx, actor, before.id, values, names, now)
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Readers who have it get it as it is now; what its time took from them may come back, or go. */
async function putMedia(
  tx: Tx,
  actor: Actor,
  id: string,
  values: Partial<typeof media.$inferInsert> & { version: number },
  fields: string[],
  at: Date,
): Promise<number> {
  await tx.update(media).set(values).where(eq(media.id, id))
  await appendAudit(tx, { actorId: actor.id, act: 'edit-media', subject: `media:${id}`, detail: { fields }, at })
  if (values.expiresAt !== undefined || values.onExpiry !== undefined) await planExpiry(tx, id, at)
  await updateShown(tx, id, actor.id, at)
  await settleMedia(tx, [id], actor.id, at)
  return values.version
}

/** At the end of its time readers have it no longer, where that is what was asked for. */
async function planExpiry(tx: Tx, id: string, now: Date): Promise<void> {
  const dedupe = `expire-media:${id}`
  await cancel(tx, dedupe)
  const [row] = await tx.select({ dueAt: media.expiresAt, rule: media.onExpiry }).from(media).where(eq(media.id, id))
  if (row?.dueAt && row.rule === 'withdraw' && row.dueAt > now)
    await enqueue(tx, { name: 'expire-media', payload: { id }, dueAt: row.dueAt, dedupe }, now)
}
