import { eq, inArray } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayEditFront } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { listWaiting } from '#lib/draft/queries/plans'
import { people } from '#lib/people/tables'
import { fingerprint } from '#lib/publication/revisions'
import { listSections } from '#lib/section/queries'
import type { FrontId } from '#lib/site/front/content'
import { defaultFront } from '#lib/site/front/default'
import { topics } from '#lib/topic/tables'

import { fronts } from '../tables'
import { findShown } from './shown'

export type ListedFront = {
  id: FrontId
  name: string
  path: string
  of: 'home' | 'section' | 'topic'
  colour?: string
  /** When readers got it, and by whom; undefined while it is made by rule. */
  live?: { at: Date }
  waiting: boolean
  scheduled?: Date
  edited?: { at: Date; by: string | null }
}

/** Fronts that the actor makes: home, sections in the paper's order, and the topics that have one, by name. */
export async function listFronts(actor: Actor): Promise<ListedFront[]> {
  const sections = await listSections()
  const drafts = await listDrafts()
  const waiting = await listWaiting(db)
  const topicIds = drafts.flatMap(({ id }) => (id.startsWith('topic:') ? id.slice(6) : []))
  const named = topicIds.length
    ? await db
        .select({ id: topics.id, name: topics.name, slug: topics.slug })
        .from(topics)
        .where(inArray(topics.id, topicIds))
    : []
  const all: Pick<ListedFront, 'id' | 'name' | 'path' | 'of' | 'colour'>[] = [
    { id: 'home', name: 'Home', path: '/', of: 'home' },
    ...sections.map(({ id, name, slug, colour }) => ({
      ...{ id: `section:${id}` as const, name, path: `/${slug}`, of: 'section' as const, colour },
    })),
    ...named
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name, slug }) => ({
        id: `topic:${id}` as const,
        name,
        path: `/topics/${slug}`,
        of: 'topic' as const,
      })),
  ]
  const rows: ListedFront[] = []
  for (const front of all.filter(({ id }) => mayEditFront(actor, id))) {
    const draft = drafts.find(({ id }) => id === front.id)
    const shown = draft && (await findShown(db, front.id))
    const base = shown?.fingerprint ?? fingerprint(defaultFront(front.id, sections))
    rows.push({
      ...front,
      live: shown && { at: shown.at },
      waiting: draft !== undefined && draft.fingerprint !== base,
      scheduled: waiting.find(({ draft: of }) => of === `front:${front.id}`)?.dueAt,
      edited: draft && { at: draft.editedAt, by: draft.by },
    })
  }
  return rows
}

const listDrafts = () =>
  db
    .select({ id: fronts.id, fingerprint: fronts.fingerprint, editedAt: fronts.editedAt, by: people.name })
    .from(fronts)
    .leftJoin(people, eq(people.id, fronts.editedBy))
