import { and, eq, like, ne, or } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { mayEditSeries } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { conflict, notFound, Refusal } from '#lib/errors'
import { tellStories } from '#lib/front/queries/stories'
import { newId } from '#lib/id'
import { release } from '#lib/publication/door'
import { fingerprint, keepRevision } from '#lib/publication/revisions'
import { revisions } from '#lib/publication/tables'
import { liveSeries } from '#lib/site/tables'
import { cleanLine } from '#lib/story/document/clean'
import { freeSlug, slugFault, slugFrom } from '#lib/story/slug'

import { longestSeries } from './form'
import { liveSeriesNoun, type SeriesContent } from './live'
import { loadSeries } from './queries'
import { series } from './tables'

/** Begins a series, for the desk alone. @returns its id */
export async function addSeries(actor: Actor, name: string, now = new Date()): Promise<string> {
  ensureEditor(actor)
  return db.write(async (tx) => {
    const id = newId()
    const content = {
      ...asKept({ name, slug: '', standfirst: '', parts: [] }),
      slug: await freeSeriesSlug(tx, name, id),
    }
    await tx.insert(series).values({ id, ...content, createdAt: now })
    await appendAudit(tx, { actorId: actor.id, act: 'create', subject: `series:${id}`, at: now })
    return id
  })
}

/**
 * Changes the draft; readers keep what they have.
 * @param seen the version on screen
 * @param given without a slug it keeps the one that it has
 * @returns the draft's version from now on
 */
export async function saveSeries(
  actor: Actor,
  id: string,
  seen: number,
  given: SeriesContent,
  now = new Date(),
): Promise<number> {
  ensureEditor(actor)
  return db.write(async (tx) => {
    const { version, ...before } = await loadSeries(tx, id)
    if (version !== seen)
      throw conflict('Somebody else has changed this series meanwhile.', {
        version,
        ...before,
        parts: before.parts.length,
      })
    const content = asKept({ ...given, slug: given.slug || before.slug })
    await ensureFree(tx, id, content.slug)
    await ensureParts(tx, actor, id, content.parts, before.parts)
    await tx
      .update(series)
      .set({ ...content, version: seen + 1 })
      .where(eq(series.id, id))
    await appendAudit(tx, { actorId: actor.id, act: 'edit', subject: `series:${id}`, at: now })
    return seen + 1
  })
}

/**
 * Gives readers the draft as it stands. They see of it what parts they have, and nothing before they have one.
 * @param seen the version on screen
 */
export async function publishSeries(actor: Actor, id: string, seen: number, now = new Date()): Promise<void> {
  ensureEditor(actor)
  return db.write(async (tx) => {
    const { version, slug, name, standfirst, parts } = await loadSeries(tx, id)
    if (version !== seen) throw conflict('Somebody else has changed this series meanwhile.')
    if (!parts.length) throw new Refusal('rule', 'A series has parts. Add its first story.')
    const content: SeriesContent = { slug, name, standfirst, parts }
    const by = { by: actor.id, at: now }
    const kept = { kind: 'series', subject: id, schema: 1, content, fingerprint: fingerprint(content), ...by } as const
    const revision = await keepRevision(tx, kept)
    const act = (await tx.$count(liveSeries, eq(liveSeries.subject, id))) ? 'update' : 'publish'
    await release(tx, { act, live: liveSeriesNoun, subject: id, revision, actorId: actor.id, at: now })
  })
}

/** Saves the draft and gives it to readers, or does neither. @returns the draft's version from now on */
export const saveAndPublishSeries = (
  actor: Actor,
  id: string,
  seen: number,
  given: SeriesContent,
  now = new Date(),
): Promise<number> =>
  db.write(async () => {
    const version = await saveSeries(actor, id, seen, given, now)
    await publishSeries(actor, id, version, now)
    return version
  })

/** Takes the series from readers; its stories stay, and so does the draft. */
export async function takeDownSeries(actor: Actor, id: string, now = new Date()): Promise<void> {
  ensureEditor(actor)
  return db.write(async (tx) => {
    await loadSeries(tx, id)
    if (!(await tx.$count(liveSeries, eq(liveSeries.subject, id)))) return
    await release(tx, { act: 'withdraw', live: liveSeriesNoun, subject: id, actorId: actor.id, at: now })
  })
}

/** Removes the series as if it had never been; its stories stay. */
export async function removeSeries(actor: Actor, id: string, now = new Date()): Promise<void> {
  ensureEditor(actor)
  return db.write(async (tx) => {
    await loadSeries(tx, id)
    await release(tx, { act: 'remove', live: liveSeriesNoun, subject: id, actorId: actor.id, at: now })
    await tx.delete(revisions).where(and(eq(revisions.kind, 'series'), eq(revisions.subject, id)))
    await tx.delete(series).where(eq(series.id, id))
  })
}

function ensureEditor(actor: Actor) {
  if (!mayEditSeries(actor)) throw notFound('This series')
}

/** @throws Refusal `invalid`, with a message a field */
function asKept(given: SeriesContent): SeriesContent {
  const content = { ...given, name: cleanLine(given.name), standfirst: cleanLine(given.standfirst) }
  const faults: Record<string, string> = {}
  if (!content.name) faults.name = 'A series has a name.'
  for (const field of ['name', 'standfirst'] as const)
    if ([...content[field]].length > longestSeries[field]) faults[field] = `At most ${longestSeries[field]} characters.`
  const fault = content.slug && slugFault(content.slug)
  if (fault) faults.slug = fault
  if (content.parts.length > longestSeries.parts) faults.parts = `At most ${longestSeries.parts} parts.`
  if (Object.keys(faults).length) throw new Refusal('invalid', 'Some fields need another look.', faults)
  return { ...content, parts: [...new Set(content.parts)] }
}

/** Readers may have a series at another address than its draft has by now. */
async function ensureFree(tx: Tx, id: string, slug: string) {
  const [other] = await tx
    .select({ name: series.name })
    .from(series)
    .where(and(eq(series.slug, slug), ne(series.id, id)))
  const [shown] = await tx
    .select({ name: liveSeries.name })
    .from(liveSeries)
    .where(and(eq(liveSeries.slug, slug), ne(liveSeries.subject, id)))
  if (other) throw refused('slug', `${other.name} has this address.`)
  if (shown) throw refused('slug', `Readers have ${shown.name} at this address.`)
}

/** What is added is something that the actor may know of, and no part of another series: a story has one place. */
async function ensureParts(tx: Tx, actor: Actor, id: string, parts: string[], before: string[]) {
  const added = parts.filter((part) => !before.includes(part))
  const told = await tellStories(tx, actor, added)
  if (told.some(({ state }) => state === 'hidden'))
    throw refused('parts', 'One of these stories is not there any more.')
  const others = await tx.select({ name: series.name, parts: series.parts }).from(series).where(ne(series.id, id))
  for (const { id: part, headline } of told) {
    const other = others.find((one) => one.parts.includes(part))
    if (other) throw refused('parts', `“${headline}” is a part of ${other.name}.`)
  }
}

const refused = (field: string, message: string) => new Refusal('invalid', message, { [field]: message })

async function freeSeriesSlug(tx: Tx, name: string, id: string): Promise<string> {
  const slug = slugFrom(name) || id
  const drafts = await tx
    .select({ slug: series.slug })
    .from(series)
    .where(or(eq(series.slug, slug), like(series.slug, `${slug}-%`)))
  const shown = await tx
    .select({ slug: liveSeries.slug })
    .from(liveSeries)
    .where(or(eq(liveSeries.slug, slug), like(liveSeries.slug, `${slug}-%`)))
  return freeSlug(slug, new Set([...drafts, ...shown].map((row) => row.slug)))
}
