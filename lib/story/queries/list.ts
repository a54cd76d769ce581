import { and, asc, desc, eq, exists, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { may } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { alias } from '#lib/db/columns'
import { wordsOf } from '#lib/db/fold'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'
import { sections } from '#lib/section/tables'
import { liveStories } from '#lib/site/tables'

import { storyFingerprint } from '../content'
import { storyProjections } from '../log/tables'
import { stories, storyBylines, storyTopics } from '../tables'
import { mayJudge, nextMove } from '../workflow'
import { listPlans } from './plans'
import { isWithdrawn } from './publish-state'
import { readable } from './readable'
import { type Show, shown, shows } from './shown'

export type StoryFilter = {
  /** Default `all`. */
  show?: Show
  /** A section's id, or `none`. */
  section?: string
  /** A person's id: who stands in the byline. */
  writer?: string
  /** A topic's id. */
  topic?: string
  /** Words of the headline, or their beginnings. */
  words?: string
}

/** Keyset: rows edited before that place, newest first. */
export type Page = { size: number; after?: string }

const editor = alias(people, 'editor')
const assignee = alias(people, 'assignee')

/**
 * The stories that the actor may read, last edited first.
 * @returns rows with what the actor may do to each, and the place to go on after; undefined on the last page
 */
export async function listStories(actor: Actor, filter: StoryFilter, page: Page, now = new Date()) {
  const found = await db
    .select({
      id: stories.id,
      headline: storyProjections.headline,
      words: storyProjections.words,
      step: stories.step,
      section: { id: sections.id, name: sections.name },
      assignedTo: { id: assignee.id, name: assignee.name },
      editedAt: storyProjections.editedAt,
      editedBy: editor.name,
      spikedAt: stories.spikedAt,
      note: stories.note,
      createdBy: stories.createdBy,
      sectionId: stories.sectionId,
      text: storyProjections.fingerprint,
      fields: stories.fieldsFingerprint,
      publishedAt: liveStories.publishedAt,
      live: revisions.fingerprint,
    })
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(liveStories, eq(liveStories.subject, stories.id))
    .leftJoin(revisions, eq(revisions.id, liveStories.revision))
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(assignee, eq(assignee.id, stories.assignedTo))
    .leftJoin(editor, eq(editor.id, storyProjections.editedBy))
    .where(and(readable(db, actor), shown(actor, filter.show ?? 'all', now), narrowed(filter), after(page.after)))
    .orderBy(desc(storyProjections.editedAt), desc(storyProjections.storyId))
    .limit(page.size + 1)
  const rows = found.slice(0, page.size)
  const ids = rows.map((row) => row.id)
  const bylines = await bylinesOf(ids)
  const withdrawn = await withdrawnOf(ids)
  const plans = await listPlans(ids, now)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ text, fields, live, createdBy, sectionId, ...row }) => {
      const signed = bylines.filter((person) => person.storyId === row.id).map(({ id, name }) => ({ id, name }))
      const subject = {
        ...row,
        createdBy,
        sectionId,
        assignedTo: row.assignedTo?.id ?? null,
        bylines: signed.map((person) => person.id),
      }
      return {
        ...row,
        bylines: signed,
        live:
          live !== null ? ('live' as const) : withdrawn.has(row.id) ? ('withdrawn' as const) : ('unpublished' as const),
        waiting: live !== null && live !== storyFingerprint(text, fields),
        ...plans(row.id),
        may: { edit: may(actor, 'edit', subject), assign: mayJudge(actor, subject), next: nextMove(actor, subject) },
      }
    }),
    next: found.length > page.size && last ? `${last.editedAt.getTime()}.${last.id}` : undefined,
  }
}

export type StoryRow = Awaited<ReturnType<typeof listStories>>['rows'][number]

/** How many stories each chip would list for the actor, under the rest of the filter. */
export async function countStories(
  actor: Actor,
  filter: Omit<StoryFilter, 'show'> = {},
  now = new Date(),
): Promise<Record<Show, number>> {
  const counts = shows.map(
    (show) => [show, sql`count(*) filter (where ${shown(actor, show, now)})`.mapWith(Number)] as const,
  )
  const [row] = await db
    .select(Object.fromEntries(counts))
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(liveStories, eq(liveStories.subject, stories.id))
    .leftJoin(revisions, eq(revisions.id, liveStories.revision))
    .where(and(readable(db, actor), narrowed(filter)))
  return row as Record<Show, number>
}

const narrowed = ({ section, writer, topic, words = '' }: StoryFilter) =>
  and(
    section === 'none' ? isNull(stories.sectionId) : section ? eq(stories.sectionId, section) : undefined,
    writer
      ? exists(
          db
            .select({ one: sql`1` })
            .from(storyBylines)
            .where(and(eq(storyBylines.storyId, stories.id), eq(storyBylines.personId, writer))),
        )
      : undefined,
    topic
      ? exists(
          db
            .select({ one: sql`1` })
            .from(storyTopics)
            .where(and(eq(storyTopics.storyId, stories.id), eq(storyTopics.topicId, topic))),
        )
      : undefined,
    headlineHas(words),
  )

/** Every word begins a word of the headline; letters and figures only, so LIKE has nothing to escape. */
export const headlineHas = (words: string) =>
  and(...wordsOf(words).map((word) => sql`(' ' || ${storyProjections.folded}) like ${`% ${word}%`}`))

function after(place: string | undefined): SQL | undefined {
  const [, at, id] = /^(\d{1,15})\.(\w+)$/.exec(place ?? '') ?? []
  if (!at || !id) return undefined
  const time = new Date(Number(at))
  return or(
    lt(storyProjections.editedAt, time),
    and(eq(storyProjections.editedAt, time), lt(storyProjections.storyId, id)),
  )
}

async function bylinesOf(ids: string[]) {
  if (!ids.length) return []
  return db
    .select({ storyId: storyBylines.storyId, id: people.id, name: people.name })
    .from(storyBylines)
    .innerJoin(people, eq(people.id, storyBylines.personId))
    .where(inArray(storyBylines.storyId, ids))
    .orderBy(asc(storyBylines.storyId), asc(storyBylines.position))
}

async function withdrawnOf(ids: string[]) {
  if (!ids.length) return new Set<string>()
  const rows = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(inArray(stories.id, ids), isWithdrawn(db)))
  return new Set(rows.map((row) => row.id))
}
