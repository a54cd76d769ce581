import { and, asc, count, eq, gt, inArray, isNotNull, isNull, max, ne, or } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { idleMs } from '#lib/auth/limits'
import { ensureAdmin } from '#lib/auth/permissions'
import { sessions } from '#lib/auth/tables'
import { db, type Reader } from '#lib/db/client'
import { wordsOf } from '#lib/db/fold'
import { notFound, Refusal } from '#lib/errors'
import { sections } from '#lib/section/tables'
import { livePeople } from '#lib/site/tables'

import { people, peopleSections, type Role } from './tables'

/** A person as admins see them; `sections` are names, in the paper's order. */
export type Listed = {
  id: string
  name: string
  email: string
  role: Role
  state: 'in' | 'invited' | 'disabled'
  sections: 'all' | string[]
  seenAt: Date | null
}

/** Everybody, by name. */
export async function listPeople(actor: Actor): Promise<Listed[]> {
  ensureAdmin(actor)
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      allSections: people.allSections,
      passwordHash: people.passwordHash,
      disabledAt: people.disabledAt,
      seenAt: max(sessions.seenAt),
    })
    .from(people)
    .leftJoin(sessions, eq(sessions.personId, people.id))
    .groupBy(people.id)
    .orderBy(asc(people.name), asc(people.id))
  const given = await db
    .select({ personId: peopleSections.personId, name: sections.name })
    .from(peopleSections)
    .innerJoin(sections, eq(sections.id, peopleSections.sectionId))
    .orderBy(asc(sections.position))
  return rows.map(({ allSections, passwordHash, disabledAt, ...row }) => ({
    ...row,
    state: disabledAt ? 'disabled' : passwordHash ? 'in' : 'invited',
    sections:
      allSections || row.role === 'admin'
        ? 'all'
        : given.filter((one) => one.personId === row.id).map((one) => one.name),
  }))
}

/** Names of those who may write or be assigned a story; everybody at the desk may know them. */
export const listNames = (on: Reader = db) =>
  on
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.name), asc(people.id))

/** Names by id, of whoever is still there, disabled or not. For ids out of something that the caller may read. */
export async function namesOf(on: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await on
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * People whose page readers have, by their public names, each word of which may be typed by its beginning; at most 8.
 * Everybody at the desk may know them, as every reader may.
 */
export async function findPublicPeople(words: string) {
  const typed = wordsOf(words)
  const rows = await db
    .select({ id: livePeople.subject, slug: livePeople.slug, name: livePeople.name, title: livePeople.title })
    .from(livePeople)
    .orderBy(asc(livePeople.name), asc(livePeople.subject))
  const has = (name: string) => typed.every((word) => wordsOf(name).some((part) => part.startsWith(word)))
  return rows.filter(({ name }) => has(name)).slice(0, 8)
}

/** One person as admins see and change them; `sections` are ids. */
export async function findPerson(actor: Actor, id: string, now = new Date()) {
  ensureAdmin(actor)
  const person = await loadPerson(db, id)
  const open = and(
    eq(sessions.personId, id),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, now),
    gt(sessions.seenAt, new Date(now.getTime() - idleMs)),
  )
  return { ...person, sessions: await db.$count(sessions, open) }
}

/** @throws Refusal `not-found` */
export async function loadPerson(on: Reader, id: string) {
  const [row] = await on
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      slug: people.slug,
      role: people.role,
      profile: people.profile,
      allSections: people.allSections,
      passwordHash: people.passwordHash,
      version: people.version,
      createdAt: people.createdAt,
      disabledAt: people.disabledAt,
    })
    .from(people)
    .where(eq(people.id, id))
  if (!row) throw notFound('This person')
  const given = await on
    .select({ id: peopleSections.sectionId })
    .from(peopleSections)
    .where(eq(peopleSections.personId, id))
  const { passwordHash, allSections, ...person } = row
  const every: 'all' | string[] = allSections ? 'all' : given.map((section) => section.id)
  return { ...person, invited: passwordHash === null, sections: every }
}

/** Ids of those who publish in a section: its editors, and admins. */
export async function listPublishers(on: Reader, sectionId: string | null): Promise<string[]> {
  const given = on
    .select({ id: peopleSections.personId })
    .from(peopleSections)
    .where(eq(peopleSections.sectionId, sectionId ?? ''))
  const edits = and(eq(people.role, 'editor'), or(eq(people.allSections, true), inArray(people.id, given)))
  const rows = await on
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.disabledAt), or(eq(people.role, 'admin'), edits)))
    .orderBy(asc(people.id))
  return rows.map(({ id }) => id)
}

/** Ids of those who make what is no section's: all editors, and admins. */
export async function listEditors(on: Reader): Promise<string[]> {
  const rows = await on
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.disabledAt), inArray(people.role, ['editor', 'admin'])))
    .orderBy(asc(people.id))
  return rows.map(({ id }) => id)
}

/** Ids of those who make what is the whole paper's, as `mayEditPaper` says. */
export async function listPaperEditors(on: Reader): Promise<string[]> {
  const edits = and(eq(people.role, 'editor'), eq(people.allSections, true))
  const rows = await on
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.disabledAt), or(eq(people.role, 'admin'), edits)))
    .orderBy(asc(people.id))
  return rows.map(({ id }) => id)
}

/** Whether somebody can sign in as an admin; one who never set a password cannot. */
export async function hasAdmin(on: Reader, but = ''): Promise<boolean> {
  const [row] = await on
    .select({ admins: count() })
    .from(people)
    .where(and(eq(people.role, 'admin'), ne(people.id, but), isNull(people.disabledAt), isNotNull(people.passwordHash)))
  return Boolean(row?.admins)
}

/** @throws Refusal `rule` when nobody else could administer the paper */
export async function ensureOtherAdmin(on: Reader, id: string): Promise<void> {
  if (!(await hasAdmin(on, id)))
    throw new Refusal('rule', 'This is the last admin who can sign in. Make somebody else an admin first.')
}
