import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'

import { db, prepared, type Reader } from '#lib/db/client'
import { people, peopleSections } from '#lib/people/tables'

import type { Actor } from './actor'
import { idleMs } from './limits'
import { links, sessions } from './tables'
import { tokenHash } from './tokens'

const openSession = prepared('auth_session', (on) =>
  on
    .select({
      id: people.id,
      name: people.name,
      role: people.role,
      allSections: people.allSections,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.id, sql.placeholder('id')),
        isNull(sessions.endedAt),
        isNull(people.disabledAt),
        gt(sessions.expiresAt, sql.param(sql.placeholder('now'), sessions.expiresAt)),
        gt(sessions.seenAt, sql.param(sql.placeholder('idle'), sessions.seenAt)),
      ),
    ),
)
const sectionsOf = prepared('auth_sections', (on) =>
  on
    .select({ id: peopleSections.sectionId })
    .from(peopleSections)
    .where(eq(peopleSections.personId, sql.placeholder('id'))),
)

/** The person of an open session as they are now, role and sections read afresh; undefined when it is over. */
export async function findSession(
  sessionId: string,
  now = new Date(),
): Promise<{ actor: Actor; seenAt: Date } | undefined> {
  const idle = new Date(now.getTime() - idleMs)
  const [row] = await openSession(db, { id: sessionId, now, idle })
  if (!row) return undefined
  const { id, name, role } = row
  const every = role === 'admin' || row.allSections
  const sections = every ? 'all' : (await sectionsOf(db, { id })).map((section) => section.id)
  return { actor: { id, name, role, sections, sessionId }, seenAt: row.seenAt }
}

/** Everybody who is not disabled, by name, as they would ask: for who may do something. They have no session here. */
export async function listActors(on: Reader): Promise<Actor[]> {
  const rows = await on
    .select({ id: people.id, name: people.name, role: people.role, allSections: people.allSections })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.name), asc(people.id))
  const given = await on
    .select({ personId: peopleSections.personId, sectionId: peopleSections.sectionId })
    .from(peopleSections)
  return rows.map(({ allSections, ...row }) => ({
    ...row,
    sections:
      row.role === 'admin' || allSections
        ? 'all'
        : given.filter(({ personId }) => personId === row.id).map(({ sectionId }) => sectionId),
    sessionId: '',
  }))
}

/** The actor's open sessions, the latest used first. */
export async function listSessions(actor: Actor, now = new Date()) {
  const idle = new Date(now.getTime() - idleMs)
  const rows = await db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      address: sessions.address,
      agent: sessions.agent,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, actor.id),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, idle),
      ),
    )
    .orderBy(desc(sessions.seenAt), desc(sessions.id))
  return rows.map((row) => ({ ...row, current: row.id === actor.sessionId }))
}

/** A link that still works, and whose it is; the welcome's has no person. */
export async function findLink(token: string, now = new Date()) {
  const [link] = await db
    .select({ purpose: links.purpose, personId: links.personId, name: people.name, email: people.email })
    .from(links)
    .leftJoin(people, and(eq(people.id, links.personId), isNull(people.disabledAt)))
    .where(and(eq(links.id, tokenHash(token)), isNull(links.usedAt), gt(links.expiresAt, now)))
  return link
}
