import { and, eq, sql } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { makeLink } from '#lib/auth/commands/links'
import { endSessionsOf } from '#lib/auth/commands/sessions'
import { ensureAdmin } from '#lib/auth/permissions'
import { links } from '#lib/auth/tables'
import { db, type Tx } from '#lib/db/client'
import { conflict, notFound } from '#lib/errors'

import type { Access, NewPerson, Profile } from '../content'
import { ensureOtherAdmin, loadPerson } from '../queries'
import { people } from '../tables'
import { ensureSlugFree, giveSections, insertPerson } from './insert'
import { showPerson } from './show'

/** Adds a person. @returns their id and the token of their invitation, which is shown once */
export function addPerson(actor: Actor, person: NewPerson, now = new Date()): Promise<{ id: string; token: string }> {
  ensureAdmin(actor)
  return db.write(async (tx) => {
    const id = await insertPerson(tx, person, actor.id, now)
    return { id, token: await makeLink(tx, 'invite', id, now) }
  })
}

/**
 * Changes what readers see of a person; an earlier address of theirs answers 301 from now on.
 * @param version the one that the form was filled from
 */
export async function editPerson(actor: Actor, id: string, version: number, profile: Profile, now = new Date()) {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const { name, slug, title, bio } = profile
    await ensureSlugFree(tx, slug, id)
    const before = await loadPerson(tx, id)
    await change(tx, id, version, { name, slug, profile: { ...before.profile, title, bio } })
    await showPerson(tx, id, actor.id, now)
    const was = { name: before.name, slug: before.slug, ...before.profile }
    const fields = (['name', 'slug', 'title', 'bio'] as const).filter((field) => was[field] !== profile[field])
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'edit-person',
      subject: `person:${id}`,
      detail: { fields },
      at: now,
    })
  })
}

/** Changes a person's role and the sections it holds in; it holds on their next request. */
export async function setAccess(actor: Actor, id: string, version: number, access: Access, now = new Date()) {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const before = await loadPerson(tx, id)
    if (before.role === 'admin' && access.role !== 'admin') await ensureOtherAdmin(tx, id)
    await change(tx, id, version, { role: access.role })
    await giveSections(tx, id, access)
    const detail = {
      from: { role: before.role, sections: before.sections },
      to: { role: access.role, sections: access.sections },
    }
    await appendAudit(tx, { actorId: actor.id, act: 'set-access', subject: `person:${id}`, detail, at: now })
  })
}

/** Takes every way in: sessions end, links no longer work. Stories and bylines stay. */
export async function disablePerson(actor: Actor, id: string, now = new Date()): Promise<void> {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const person = await loadPerson(tx, id)
    if (person.disabledAt) return
    if (person.role === 'admin') await ensureOtherAdmin(tx, id)
    await tx
      .update(people)
      .set({ disabledAt: now, version: sql`${people.version} + 1` })
      .where(eq(people.id, id))
    await tx.delete(links).where(eq(links.personId, id))
    const sessions = await endSessionsOf(tx, id, now)
    await appendAudit(tx, { actorId: actor.id, act: 'disable', subject: `person:${id}`, detail: { sessions }, at: now })
  })
}

/** Lets a disabled person in again, by the password they had. */
export async function enablePerson(actor: Actor, id: string, now = new Date()): Promise<void> {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const person = await loadPerson(tx, id)
    if (!person.disabledAt) return
    await tx
      .update(people)
      .set({ disabledAt: null, version: sql`${people.version} + 1` })
      .where(eq(people.id, id))
    await appendAudit(tx, { actorId: actor.id, act: 'enable', subject: `person:${id}`, at: now })
  })
}

/** A link by which a person sets a new password within a day. @returns its token, shown to the admin once */
export function resetLink(actor: Actor, id: string, now = new Date()): Promise<string> {
  ensureAdmin(actor)
  return db.write(async (tx) => {
    const person = await loadPerson(tx, id)
    if (person.disabledAt) throw notFound('An account that is not disabled')
    const token = await makeLink(tx, person.invited ? 'invite' : 'reset', id, now)
    await appendAudit(tx, { actorId: actor.id, act: 'reset-link', subject: `person:${id}`, at: now })
    return token
  })
}

/** Signs a person out everywhere. @returns how many sessions that ended */
export function endPersonSessions(actor: Actor, id: string, now = new Date()): Promise<number> {
  ensureAdmin(actor)
  return db.write(async (tx) => {
    await loadPerson(tx, id)
    const sessions = await endSessionsOf(tx, id, now)
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'end-sessions',
      subject: `person:${id}`,
      detail: { sessions },
      at: now,
    })
    return sessions
  })
}

async function change(tx: Tx, id: string, version: number, values: Partial<typeof people.$inferInsert>) {
  const [changed] = await tx
    .update(people)
    .set({ ...values, version: sql`${people.version} + 1` })
    .where(and(eq(people.id, id), eq(people.version, version)))
    .returning({ id: people.id })
  if (changed) return
  const now = await loadPerson(tx, id)
  throw conflict(`${now.name} was changed by somebody else meanwhile.`, now)
}
