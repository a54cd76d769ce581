import { and, eq, inArray, like, ne, or } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { newId } from '#lib/id'
import { sections } from '#lib/section/tables'
import { freeSlug, slugFrom } from '#lib/story/slug'

import type { Access, NewPerson } from '../content'
import { type Profile, people, peopleSections } from '../tables'
import { showPerson } from './show'

export type Inserted = NewPerson & { passwordHash?: string; profile?: Profile }

/**
 * Adds a person, whose name readers know from now on.
 * @param by who adds them; null for the system
 * @returns the person's id
 * @throws Refusal `invalid` when the e-mail address is taken
 */
export async function insertPerson(tx: Tx, person: Inserted, by: string | null, at: Date): Promise<string> {
  const { email, name, role, passwordHash = null, profile = { title: '', bio: '' } } = person
  const id = newId()
  const slug = await freePersonSlug(tx, name)
  const [made] = await tx
    .insert(people)
    .values({ id, email, name, slug, role, profile, passwordHash, createdAt: at })
    .onConflictDoNothing({ target: people.email })
    .returning({ id: people.id })
  if (!made)
    throw new Refusal('invalid', 'Somebody has this address already.', { email: 'Somebody has this address already.' })
  await giveSections(tx, id, person)
  await showPerson(tx, id, by, at)
  await appendAudit(tx, {
    actorId: by,
    act: 'add-person',
    subject: `person:${id}`,
    detail: { to: { role, sections: person.sections } },
    at,
  })
  return id
}

/** Replaces the sections in which a person's role holds. */
export async function giveSections(
  tx: Tx,
  personId: string,
  { sections: given }: Pick<Access, 'sections'>,
): Promise<void> {
  await tx
    .update(people)
    .set({ allSections: given === 'all' })
    .where(eq(people.id, personId))
  await tx.delete(peopleSections).where(eq(peopleSections.personId, personId))
  if (given === 'all' || !given.length) return
  const known = await tx.select({ id: sections.id }).from(sections).where(inArray(sections.id, given))
  if (known.length < new Set(given).size)
    throw new Refusal('invalid', 'One of the sections is gone.', { sections: 'One of the sections is gone.' })
  await tx.insert(peopleSections).values(known.map((section) => ({ personId, sectionId: section.id })))
}

async function freePersonSlug(tx: Tx, name: string): Promise<string> {
  const slug = slugFrom(name) || newId()
  const taken = await tx
    .select({ slug: people.slug })
    .from(people)
    .where(or(eq(people.slug, slug), like(people.slug, `${slug}-%`)))
  return freeSlug(slug, new Set(taken.map((row) => row.slug)))
}

/** @throws Refusal `invalid` when another person's page has this address */
export async function ensureSlugFree(tx: Tx, slug: string, id: string): Promise<void> {
  const [owner] = await tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.slug, slug), ne(people.id, id)))
  if (owner) throw new Refusal('invalid', 'This address is taken.', { slug: `${owner.name} has this address.` })
}
