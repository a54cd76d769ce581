import { and, eq, like, ne, or } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { mayAddTopics, mayEditTopics } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { removeFront } from '#lib/front/commands/remove'
import { replaceFrontTopic } from '#lib/front/commands/replace-topic'
import { newId } from '#lib/id'
import { replaceMenuTopic } from '#lib/menu/commands/replace-topic'
import { release } from '#lib/publication/door'
import { fingerprint, keepRevision } from '#lib/publication/revisions'
import { revisions } from '#lib/publication/tables'
import { liveStoryTopics } from '#lib/site/tables'
import { replaceTopic } from '#lib/story/commands/replace-topic'
import { cleanLine } from '#lib/story/document/clean'
import { freeSlug, slugFrom } from '#lib/story/slug'
import { storyTopics } from '#lib/story/tables'

import { liveTopic, type TopicContent } from './live'
import { foldName, loadTopic } from './queries'
import { topicAliases, topics } from './tables'

/**
 * Adds a topic, public from now on; readers see its page once it has a live story.
 * @returns the topic's id
 * @throws Refusal `invalid` when a topic has this name already, under whatever alias
 */
export async function addTopic(
  actor: Actor,
  name: string,
  aliases: readonly string[] = [],
  now = new Date(),
): Promise<string> {
  if (!mayAddTopics(actor)) throw new Refusal('forbidden', 'Contributors choose among the topics that are there.')
  return db.write(async (tx) => {
    const topic = { id: newId(), name: clean(name), slug: await freeTopicSlug(tx, name, '') }
    await tx.insert(topics).values({ ...topic, createdAt: now })
    for (const alias of [topic.name, ...aliases]) await putAlias(tx, topic.id, alias)
    await show(tx, 'publish', topic.id, { ...topic, mergedInto: null }, actor, now)
    return topic.id
  })
}

/**
 * Gives the topic another name and address; the old address leads to the new one, the old name stays as an alias.
 * @param seen the version on screen
 */
export async function renameTopic(
  actor: Actor,
  id: string,
  seen: number,
  name: string,
  now = new Date(),
): Promise<void> {
  ensureEditor(actor)
  return db.write(async (tx) => {
    const topic = await loadTopic(tx, id)
    if (topic.version !== seen)
      throw new Refusal(
        'conflict',
        'Somebody else renamed this topic meanwhile.',
        {},
        { version: topic.version, theirs: topic.name, yours: name },
      )
    const next = { name: clean(name), slug: await freeTopicSlug(tx, name, id) }
    await putAlias(tx, id, next.name)
    await tx
      .update(topics)
      .set({ ...next, version: seen + 1 })
      .where(eq(topics.id, id))
    await show(tx, 'update', id, { ...next, mergedInto: null }, actor, now)
  })
}

/** A further name by which texts may mention the topic. */
export async function addAlias(actor: Actor, id: string, alias: string, now = new Date()): Promise<void> {
  ensureEditor(actor)
  return db.write(async (tx) => {
    await loadTopic(tx, id)
    await putAlias(tx, id, alias)
    await appendAudit(tx, { actorId: actor.id, act: 'add-alias', subject: `topic:${id}`, at: now })
  })
}

/** @param aliasId as `listTopics` gives it */
export async function removeAlias(actor: Actor, id: string, aliasId: number, now = new Date()): Promise<void> {
  ensureEditor(actor)
  return db.write(async (tx) => {
    const topic = await loadTopic(tx, id)
    const [gone] = await tx
      .delete(topicAliases)
      .where(
        and(eq(topicAliases.id, aliasId), eq(topicAliases.topicId, id), ne(topicAliases.folded, foldName(topic.name))),
      )
      .returning({ id: topicAliases.id })
    if (!gone) throw new Refusal('rule', 'This name is the topic’s own, or is gone already.')
    await appendAudit(tx, { actorId: actor.id, act: 'remove-alias', subject: `topic:${id}`, at: now })
  })
}

/**
 * Moves everything of one topic over to another: stories on the desk and for readers, what fronts and menus name, names, and addresses, also those
 * of topics merged into it before.
 */
export async function mergeTopics(actor: Actor, from: string, into: string, now = new Date()): Promise<void> {
  ensureEditor(actor)
  if (from === into) throw new Refusal('rule', 'A topic cannot be merged into itself.')
  return db.write(async (tx) => {
    const gone = await loadTopic(tx, from)
    await loadTopic(tx, into)
    const replacement = { from, into, actorId: actor.id, at: now }
    await replaceTopic(tx, replacement)
    await replaceFrontTopic(tx, replacement)
    await replaceMenuTopic(tx, replacement)
    await tx.update(topicAliases).set({ topicId: into }).where(eq(topicAliases.topicId, from))
    const earlier = await tx
      .select({ id: topics.id, slug: topics.slug, name: topics.name })
      .from(topics)
      .where(eq(topics.mergedInto, from))
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'merge',
      subject: `topic:${from}`,
      detail: { to: { into } },
      at: now,
    })
    for (const topic of [...earlier, gone]) {
      await tx.update(topics).set({ mergedInto: into }).where(eq(topics.id, topic.id))
      await show(tx, 'update', topic.id, { ...topic, mergedInto: into }, actor, now)
    }
  })
}

/** Takes the topic away as if it had never been; no story may have it. */
export async function removeTopic(actor: Actor, id: string, now = new Date()): Promise<void> {
  ensureEditor(actor)
  return db.write(async (tx) => {
    await loadTopic(tx, id)
    const held = await tx.$count(storyTopics, eq(storyTopics.topicId, id))
    // A story may have lost it on the desk and not yet for readers.
    if (held || (await tx.$count(liveStoryTopics, eq(liveStoryTopics.topicId, id))))
      throw new Refusal('rule', 'Stories still have this topic. Merge it instead.')
    const taken = await tx.select({ id: topics.id }).from(topics).where(eq(topics.mergedInto, id))
    for (const topic of [...taken.map((row) => row.id), id]) {
      await removeFront(tx, `topic:${topic}`, actor.id, now)
      await release(tx, { act: 'remove', live: liveTopic, subject: topic, actorId: actor.id, at: now })
      await tx.delete(revisions).where(and(eq(revisions.kind, 'topic'), eq(revisions.subject, topic)))
      await tx.delete(topics).where(eq(topics.id, topic))
    }
  })
}

function ensureEditor(actor: Actor) {
  if (!mayEditTopics(actor)) throw new Refusal('forbidden', 'Only editors change topics.')
}

async function show(tx: Tx, act: 'publish' | 'update', subject: string, topic: TopicContent, actor: Actor, at: Date) {
  const content: TopicContent = { slug: topic.slug, name: topic.name, mergedInto: topic.mergedInto }
  const revision = await keepRevision(tx, {
    kind: 'topic',
    subject,
    schema: 1,
    content,
    fingerprint: fingerprint(content),
    by: actor.id,
    at,
  })
  await release(tx, { act, live: liveTopic, subject, revision, actorId: actor.id, at })
}

function clean(name: string): string {
  const trimmed = cleanLine(name)
  if (!foldName(trimmed)) throw new Refusal('invalid', 'A topic has a name.', { name: 'A topic has a name.' })
  if (trimmed.length > 80)
    throw new Refusal('invalid', 'A topic’s name has at most 80 characters.', { name: 'At most 80 characters.' })
  return trimmed
}

/** Adds a name to the topic unless it has it; another topic's name is refused. */
async function putAlias(tx: Tx, topicId: string, name: string) {
  const alias = clean(name)
  const folded = foldName(alias)
  const [owner] = await tx
    .select({ id: topics.id, name: topics.name })
    .from(topicAliases)
    .innerJoin(topics, eq(topics.id, topicAliases.topicId))
    .where(eq(topicAliases.folded, folded))
  if (owner && owner.id !== topicId) {
    const message = `“${alias}” is a name of the topic ${owner.name} already.`
    throw new Refusal('invalid', message, { name: message }, { topicId: owner.id })
  }
  if (!owner) await tx.insert(topicAliases).values({ topicId, alias, folded })
}

async function freeTopicSlug(tx: Tx, name: string, id: string): Promise<string> {
  const slug = slugFrom(name) || newId()
  const taken = await tx
    .select({ slug: topics.slug })
    .from(topics)
    .where(and(ne(topics.id, id), or(eq(topics.slug, slug), like(topics.slug, `${slug}-%`))))
  return freeSlug(slug, new Set(taken.map((row) => row.slug)))
}
