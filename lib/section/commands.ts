import { and, eq, max, ne, or, sql } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensureAdmin } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { conflict, Refusal } from '#lib/errors'
import { removeFront } from '#lib/front/commands/remove'
import { newId } from '#lib/id'
import { peopleSections } from '#lib/people/tables'
import { release } from '#lib/publication/door'
import { fingerprint, keepRevision } from '#lib/publication/revisions'
import { revisions } from '#lib/publication/tables'
import { livePages, liveStories } from '#lib/site/tables'
import { slugFrom } from '#lib/story/slug'
import { stories, storySchedules } from '#lib/story/tables'

import type { SectionContent, SectionForm } from './content'
import { liveSection } from './live'
import { listSections, loadSection } from './queries'
import { sections } from './tables'

/** Adds a section at the end of the paper, for readers at once. @returns its id */
export function addSection(actor: Actor, form: SectionForm, now = new Date()): Promise<string> {
  ensureAdmin(actor)
  return db.write(async (tx) => {
    const id = newId()
    const [last] = await tx.select({ position: max(sections.position) }).from(sections)
    const content = { ...form, slug: form.slug || slugFrom(form.name) || id, position: (last?.position ?? -1) + 1 }
    await ensureFree(tx, id, content)
    await tx.insert(sections).values({ id, ...content })
    await show(tx, 'publish', id, content, actor, now)
    return id
  })
}

/**
 * Renames a section, moves its address (the old one answers 301, its stories' too) or changes its colour.
 * @param version the one that the form was filled from
 */
export async function editSection(actor: Actor, id: string, version: number, form: SectionForm, now = new Date()) {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const section = await loadSection(tx, id)
    if (section.version !== version) throw conflict(`${section.name} was changed by somebody else meanwhile.`, section)
    const content = { ...form, slug: form.slug || section.slug, position: section.position }
    await ensureFree(tx, id, content)
    await save(tx, id, content)
    await show(tx, 'update', id, content, actor, now)
  })
}

/** Moves a section one place up or down; at the end of the paper nothing happens. */
export async function moveSection(actor: Actor, id: string, by: 'up' | 'down', now = new Date()): Promise<void> {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    await loadSection(tx, id)
    const order = await listSections(tx)
    const from = order.findIndex((section) => section.id === id)
    const to = by === 'up' ? from - 1 : from + 1
    const [moved, other] = [order[from], order[to]]
    if (!moved || !other) return
    order[from] = other
    order[to] = moved
    for (const [position, section] of order.entries()) {
      if (section.position === position) continue
      const { slug, name, colour } = section
      await save(tx, section.id, { slug, name, colour, position })
      await show(tx, 'update', section.id, { slug, name, colour, position }, actor, now)
    }
  })
}

/** Takes an empty section away: its addresses answer 404, its slug is free. */
export async function removeSection(actor: Actor, id: string, now = new Date()): Promise<void> {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const { name } = await loadSection(tx, id)
    const held = await tx.$count(stories, eq(stories.sectionId, id))
    // A story may have been moved on the desk and not yet for readers; another one is still to come to them there.
    const shown = await tx.$count(liveStories, eq(liveStories.sectionId, id))
    const planned = await tx.$count(
      storySchedules,
      and(eq(storySchedules.sectionId, id), eq(storySchedules.state, 'waiting')),
    )
    if (held || shown || planned)
      throw new Refusal('rule', `${name} holds stories. Move them to another section first.`)
    await removeFront(tx, `section:${id}`, actor.id, now)
    await release(tx, { act: 'remove', live: liveSection, subject: id, actorId: actor.id, at: now })
    await tx.delete(revisions).where(and(eq(revisions.kind, 'section'), eq(revisions.subject, id)))
    await tx.delete(peopleSections).where(eq(peopleSections.sectionId, id))
    await tx.delete(sections).where(eq(sections.id, id))
    await appendAudit(tx, { actorId: actor.id, act: 'remove-section', subject: `section:${id}`, at: now })
  })
}

const save = (tx: Tx, id: string, content: SectionContent) =>
  tx
    .update(sections)
    .set({ ...content, version: sql`${sections.version} + 1` })
    .where(eq(sections.id, id))

async function ensureFree(tx: Tx, id: string, { name, slug }: SectionContent) {
  const [other] = await tx
    .select({ name: sections.name, slug: sections.slug })
    .from(sections)
    .where(and(ne(sections.id, id), or(eq(sections.slug, slug), eq(sections.name, name))))
  const [page] = await tx.select({ title: livePages.title }).from(livePages).where(eq(livePages.slug, slug))
  if (page && !other) {
    const message = `The page “${page.title}” has the address /${slug}.`
    throw new Refusal('invalid', message, { slug: message })
  }
  if (!other) return
  const field = other.slug === slug ? 'slug' : 'name'
  const message = field === 'slug' ? `${other.name} has the address /${slug}.` : `There is a section called ${name}.`
  throw new Refusal('invalid', message, { [field]: message })
}

async function show(
  tx: Tx,
  act: 'publish' | 'update',
  subject: string,
  content: SectionContent,
  actor: Actor,
  at: Date,
) {
  const revision = await keepRevision(tx, {
    kind: 'section',
    subject,
    schema: 1,
    content,
    fingerprint: fingerprint(content),
    by: actor.id,
    at,
  })
  await release(tx, { act, live: liveSection, subject, revision, actorId: actor.id, at })
}
