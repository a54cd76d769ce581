import { and, eq, sql } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensureAdmin } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { conflict } from '#lib/errors'
import { release } from '#lib/publication/door'
import { fingerprint, keepRevision } from '#lib/publication/revisions'

import { paper, type SettingsContent } from './content'
import { liveSettings } from './live'
import { findRetention, findSettings, firstSettings } from './queries'
import type { Retention } from './retention'
import { settings } from './tables'

/** Makes the first settings and gives them to readers; nothing when there are some. Called at every start. */
export async function ensureSettings(now = new Date()): Promise<void> {
  await db.write(async (tx) => {
    const content = firstSettings()
    const made = await tx
      .insert(settings)
      .values({ id: paper, ...content })
      .onConflictDoNothing()
      .returning({ id: settings.id })
    if (made.length) await releaseSettings(tx, 'publish', content, null, now)
  })
}

/**
 * Changes the paper's settings, for readers at once.
 * @param version the one that the form was filled from
 * @throws Refusal `conflict` with the settings as they are
 */
export async function updateSettings(
  actor: Actor,
  version: number,
  content: SettingsContent,
  now = new Date(),
): Promise<void> {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const [changed] = await tx
      .update(settings)
      .set({ ...content, version: sql`${settings.version} + 1` })
      .where(and(eq(settings.id, paper), eq(settings.version, version)))
      .returning({ id: settings.id })
    if (!changed) throw conflict('The settings were changed while you were at them.', await findSettings(tx))
    await releaseSettings(tx, 'update', content, actor.id, now)
  })
}

/**
 * Changes how long the audit is kept; what is older goes with the next daily tidying.
 * @param version of the settings that the form was filled from
 */
export async function setRetention(
  actor: Actor,
  version: number,
  { days, personalDays }: Retention,
  now = new Date(),
): Promise<void> {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const before = await findRetention(tx)
    const [changed] = await tx
      .update(settings)
      .set({ auditDays: days, personalDays, version: sql`${settings.version} + 1` })
      .where(and(eq(settings.id, paper), eq(settings.version, version)))
      .returning({ id: settings.id })
    if (!changed) {
      const stands = { ...(await findRetention(tx)), version: (await findSettings(tx)).version }
      throw conflict('The settings were changed while you were at them.', stands)
    }
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'set-retention',
      subject: `settings:${paper}`,
      detail: { from: before, to: { days, personalDays } },
      at: now,
    })
  })
}

async function releaseSettings(
  tx: Tx,
  act: 'publish' | 'update',
  content: SettingsContent,
  by: string | null,
  at: Date,
) {
  const { name, timezone, language } = content
  const shown = { name, timezone, language }
  const revision = await keepRevision(tx, {
    kind: 'settings',
    subject: paper,
    schema: 1,
    content: shown,
    fingerprint: fingerprint(shown),
    by,
    at,
  })
  await release(tx, { act, live: liveSettings, subject: paper, revision, actorId: by, at })
}
