import { and, eq, lt, ne, sql } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { AuditAct } from '#lib/audit/words'
import type { Actor } from '#lib/auth/actor'
import { countTry } from '#lib/auth/commands/attempts'
import type { From } from '#lib/auth/limits'
import { may } from '#lib/auth/permissions'
import { db, type Reader, type Tx } from '#lib/db/client'
import { conflict, notFound, Refusal } from '#lib/errors'
import { newId } from '#lib/id'
import { dropNews, notify } from '#lib/notification/commands'
import { listPublishers } from '#lib/people/queries'
import { findRetention } from '#lib/settings/queries'
import { liveStories } from '#lib/site/tables'
import { loadStory } from '#lib/story/queries/load'

import { nameOf } from './queries'
import { ensureReport, mostOpen, type NewReport, reportLimits, tidied, tooOld } from './rules'
import { reportStates, reports } from './tables'

/**
 * Keeps what a reader says is wrong in a story that readers have. Sent twice it is kept once.
 * @throws Refusal `not-found` for a story that readers do not have, `invalid`, `busy`
 */
export async function fileReport(storyId: string, given: NewReport, from: From, now = new Date()): Promise<void> {
  // Anybody may try: writes wait for each other, and this one waits for nobody.
  if (!(await isLive(db, storyId))) throw notFound('This story')
  const report = tidied(given)
  ensureReport(report)
  const refusal = await db.write(async (tx) => {
    if (!(await isLive(tx, storyId))) throw notFound('This story')
    const full = await countTry(tx, reportLimits(from.address), now)
    // Returned, not thrown, since what was counted must be committed.
    if (full) return full
    return insertReport(tx, storyId, report, now)
  })
  if (refusal) throw refusal
}

/** Those who may mend the story are told, once until they have looked. @returns why it is not kept */
export async function insertReport(tx: Tx, storyId: string, report: NewReport, at: Date): Promise<Refusal | undefined> {
  const open = and(eq(reports.storyId, storyId), eq(reports.state, 'open'))
  const same = and(open, eq(reports.text, report.text), eq(reports.passage, report.passage))
  if (await tx.$count(reports, same)) return undefined
  if ((await tx.$count(reports, open)) >= mostOpen) return new Refusal('busy', 'This story has many reports already.')
  await tx.insert(reports).values({ id: newId(), storyId, ...report, at })
  const { sectionId } = await loadStory(tx, storyId)
  const to = await listPublishers(tx, sectionId)
  await notify(tx, { to, kind: 'report', storyId, by: null, bundled: true, at })
  return undefined
}

const isLive = async (on: Reader, storyId: string) =>
  (await on.$count(liveStories, eq(liveStories.subject, storyId))) > 0

/**
 * Says that the actor looks into it.
 * @param seen who did, on screen: a person's id or null
 * @throws Refusal `conflict` when somebody else was quicker
 */
export function takeReport(actor: Actor, id: string, seen: string | null, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const report = await loadReport(tx, actor, id)
    if (report.state !== 'open') throw conflict('This report is closed already.')
    if (report.takenBy === actor.id) return
    if (report.takenBy !== seen)
      throw conflict(report.takenBy ? `${await nameOf(tx, report.takenBy)} has taken it.` : 'It was given back.')
    await tx.update(reports).set({ takenBy: actor.id }).where(eq(reports.id, id))
    await noteAct(tx, actor, 'take-report', report, now)
  })
}

/** Puts it among what is done, or among what was no report. */
export function closeReport(actor: Actor, id: string, as: 'done' | 'spam', now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const report = await loadReport(tx, actor, id)
    if (report.state !== 'open') throw conflict('Somebody else has closed it meanwhile.')
    await tx
      .update(reports)
      .set({ state: as, closedAt: now, takenBy: sql`coalesce(${reports.takenBy}, ${actor.id})` })
      .where(eq(reports.id, id))
    const left = and(eq(reports.storyId, report.storyId), eq(reports.state, 'open'))
    if (!(await tx.$count(reports, left))) await dropNews(tx, 'report', report.storyId)
    await noteAct(tx, actor, as === 'done' ? 'close-report' : 'spam-report', report, now)
  })
}

/** It is open once more. */
export function reopenReport(actor: Actor, id: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const report = await loadReport(tx, actor, id)
    if (report.state === 'open') return
    await tx.update(reports).set({ state: 'open', closedAt: null }).where(eq(reports.id, id))
    await noteAct(tx, actor, 'reopen-report', report, now)
  })
}

/** Deletes what is past its time; the reader's e-mail goes as soon as the settings let personal data go. */
export async function forgetReports(tx: Tx, now: Date): Promise<void> {
  for (const state of reportStates) {
    const since = state === 'open' ? reports.at : reports.closedAt
    await tx.delete(reports).where(and(eq(reports.state, state), lt(since, tooOld(state, now))))
  }
  const { personalDays } = await findRetention(tx)
  if (personalDays === null) return
  const before = new Date(now.getTime() - personalDays * 86_400_000)
  await tx
    .update(reports)
    .set({ email: '' })
    .where(and(ne(reports.email, ''), lt(reports.at, before)))
}

/** @throws Refusal `not-found`, also for whoever does not publish the story */
async function loadReport(tx: Tx, actor: Actor, id: string) {
  const [report] = await tx
    .select({ id: reports.id, storyId: reports.storyId, state: reports.state, takenBy: reports.takenBy })
    .from(reports)
    .where(eq(reports.id, id))
  if (!report || !may(actor, 'publish', await loadStory(tx, report.storyId))) throw notFound('This report')
  return report
}

/** The audit names the report, and no word of it. */
const noteAct = (tx: Tx, actor: Actor, act: AuditAct, report: { id: string; storyId: string }, at: Date) =>
  appendAudit(tx, { actorId: actor.id, act, subject: `story:${report.storyId}`, detail: { report: report.id }, at })
