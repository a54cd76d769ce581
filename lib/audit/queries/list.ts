import { and, desc, eq, gte, inArray, isNull, like, lt, or, type SQL } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure, ensureAdmin } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { fold, wordsOf } from '#lib/db/fold'
import { media } from '#lib/media/tables'
import { people } from '#lib/people/tables'
import { sections } from '#lib/section/tables'
import { storyProjections } from '#lib/story/log/tables'
import { loadStory } from '#lib/story/queries/load'
import { topics } from '#lib/topic/tables'

import { audit, auditPersonal } from '../tables'
import type { SubjectKind } from '../words'
import { tell } from './tell'

export type AuditFilter = {
  /** A person's id, `operator` for the command line, or `nobody` for what Stet does by itself. */
  who?: string
  act?: string
  kind?: SubjectKind
  /** Words of a story's headline, a person's, section's or topic's name, or an id. */
  words?: string
  /** From this instant on, and before that one. */
  from?: Date
  until?: Date
}

/** Subjects that words may mean; more are not searched. */
const MOST_SUBJECTS = 200

/** Keyset: entries before that number, newest first. */
export type Page = { size: number; before?: number }

export type AuditRow = Awaited<ReturnType<typeof listAudit>>['rows'][number]

/**
 * The audit, newest first, for admins: with names as they are now.
 * @returns rows, and the number to go on before; undefined on the last page
 */
export async function listAudit(actor: Actor, filter: AuditFilter, { size, before }: Page) {
  ensureAdmin(actor)
  return listWhere(await narrowed(filter), { size, before })
}

/**
 * What happened to one story, for who may publish it.
 * @throws Refusal `not-found`, `forbidden`
 */
export async function listStoryActs(actor: Actor, storyId: string, page: Page) {
  ensure(actor, 'publish', await loadStory(db, storyId))
  return listWhere(eq(audit.subject, `story:${storyId}`), page)
}

async function listWhere(where: SQL | undefined, { size, before }: Page) {
  const found = await db
    .select({
      seq: audit.seq,
      at: audit.at,
      actorId: audit.actorId,
      act: audit.act,
      subject: audit.subject,
      detail: audit.detail,
      address: auditPersonal.address,
      agent: auditPersonal.agent,
    })
    .from(audit)
    .leftJoin(auditPersonal, eq(auditPersonal.seq, audit.seq))
    .where(and(where, before === undefined ? undefined : lt(audit.seq, before)))
    .orderBy(desc(audit.seq))
    .limit(size + 1)
  const rows = await tell(found.slice(0, size))
  return { rows, next: found.length > size ? rows.at(-1)?.seq : undefined }
}

async function narrowed({ who, act, kind, words, from, until }: AuditFilter): Promise<SQL | undefined> {
  return and(
    who === undefined ? undefined : who === 'nobody' ? isNull(audit.actorId) : eq(audit.actorId, who),
    act === undefined ? undefined : eq(audit.act, act),
    kind && like(audit.subject, `${kind}:%`),
    words ? inArray(audit.subject, await subjectsOf(words)) : undefined,
    from && gte(audit.at, from.getTime()),
    until && lt(audit.at, until.getTime()),
  )
}

/** @returns subjects, one at least: where nothing is meant, one that is nobody's */
async function subjectsOf(words: string): Promise<string[]> {
  const asked = words.trim()
  const part = `%${fold(asked).replace(/[\\%_]/g, '')}%`
  const stories = await db
    .select({ id: storyProjections.storyId })
    .from(storyProjections)
    .where(or(like(storyProjections.folded, part), eq(storyProjections.storyId, asked)))
    .orderBy(desc(storyProjections.editedAt))
    .limit(MOST_SUBJECTS)
  const named = async (kind: string, table: typeof people | typeof sections | typeof topics) => {
    const rows = await db.select({ id: table.id, name: table.name }).from(table)
    return rows.filter(({ name }) => fold(name).includes(fold(asked))).map(({ id }) => `${kind}:${id}`)
  }
  const others = [
    ...(await named('person', people)),
    ...(await named('section', sections)),
    ...(await named('topic', topics)),
  ]
  return [
    ...stories.map(({ id }) => `story:${id}`),
    ...others.slice(0, MOST_SUBJECTS),
    ...(await mediaOf(asked)).map((id) => `media:${id}`),
    // Of what was removed the id alone is left.
    ...['story', 'person', 'section', 'topic', 'media', 'front', 'page', 'menu', 'settings'].map(
      (kind) => `${kind}:${asked}`,
    ),
  ]
}

/** Of the library the newest whose words begin so. */
async function mediaOf(asked: string): Promise<string[]> {
  const meant = wordsOf(asked).map((word) => like(media.folded, `% ${word}%`))
  if (!meant.length) return []
  const rows = await db
    .select({ id: media.id })
    .from(media)
    .where(and(...meant))
    .orderBy(desc(media.createdAt))
    .limit(MOST_SUBJECTS)
  return rows.map(({ id }) => id)
}
