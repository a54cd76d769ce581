import { asc, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { may, mayTakeOver } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { alias } from '#lib/db/columns'
import { people } from '#lib/people/tables'
import { sections } from '#lib/section/tables'
import { topics } from '#lib/topic/tables'

import { holds } from '../hold'
import { storyProjections } from '../log/tables'
import { stories, storyBylines, storyHolds, storyTopics } from '../tables'
import { mayJudge, movesOf } from '../workflow'
import { findLastAct } from './last-act'
import { headlinesOf } from './live-content'
import { findPublishState } from './publish-state'

const creator = alias(people, 'creator')
const assignee = alias(people, 'assignee')
const noter = alias(people, 'noter')
const holder = alias(people, 'holder')
const lastEditor = alias(people, 'last_editor')

/**
 * All that the edit screen needs of a story but its text, and what the actor may do with it.
 * @returns undefined when there is none, or none that the actor may read
 */
export async function findStory(actor: Actor, id: string, now = new Date()) {
  const [row] = await db
    .select({
      id: stories.id,
      version: stories.version,
      step: stories.step,
      slug: stories.slug,
      slugEdited: stories.slugEdited,
      sectionId: stories.sectionId,
      section: { id: sections.id, slug: sections.slug, name: sections.name },
      main: stories.main,
      dateline: stories.dateline,
      searchTitle: stories.searchTitle,
      searchDescription: stories.searchDescription,
      canonicalUrl: stories.canonicalUrl,
      kicker: stories.kicker,
      layout: stories.layout,
      sponsor: stories.sponsor,
      machine: stories.machine,
      related: stories.related,
      language: stories.language,
      original: stories.original,
      commissionedWords: stories.commissionedWords,
      assignedTo: { id: assignee.id, name: assignee.name },
      createdBy: { id: creator.id, name: creator.name },
      createdAt: stories.createdAt,
      spikedAt: stories.spikedAt,
      note: stories.note,
      noteBy: noter.name,
      headline: storyProjections.headline,
      words: storyProjections.words,
      editedAt: storyProjections.editedAt,
      editedBy: lastEditor.name,
      hold: { personId: storyHolds.personId, why: storyHolds.why, at: storyHolds.at, seenAt: storyHolds.seenAt },
      holder: { name: holder.name, role: holder.role },
    })
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .innerJoin(creator, eq(creator.id, stories.createdBy))
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(assignee, eq(assignee.id, stories.assignedTo))
    .leftJoin(noter, eq(noter.id, stories.noteBy))
    .leftJoin(storyHolds, eq(storyHolds.storyId, stories.id))
    .leftJoin(holder, eq(holder.id, storyHolds.personId))
    .leftJoin(lastEditor, eq(lastEditor.id, storyProjections.editedBy))
    .where(eq(stories.id, id))
  if (!row) return undefined
  const bylines = await bylinesOf(id)
  const subject = {
    ...row,
    createdBy: row.createdBy.id,
    assignedTo: row.assignedTo?.id ?? null,
    bylines: bylines.map((person) => person.id),
  }
  if (!may(actor, 'read', subject)) return undefined
  const { hold, holder: held, ...rest } = row
  const taken = hold && held && holds(hold, now) ? { ...hold, name: held.name } : null
  return {
    ...rest,
    /** Who has taken it over. */
    hold: taken,
    bylines,
    topics: await topicsOf(id),
    ...(await linkedOf(actor, row)),
    // Before what readers have: an act between the two is one that was not seen.
    last: (await findLastAct(db, id))?.seq ?? 0,
    live: await findPublishState(id),
    may: {
      suggest: may(actor, 'suggest', subject),
      edit: may(actor, 'edit', subject),
      publish: may(actor, 'publish', subject),
      assign: mayJudge(actor, subject),
      takeOver: !rest.spikedAt && mayTakeOver(actor, subject, (taken && held) ?? undefined),
      moves: movesOf(actor, subject),
    },
  }
}

export type StoryOnScreen = NonNullable<Awaited<ReturnType<typeof findStory>>>

/** The stories that it leads to, as the desk calls them; what is not there any more keeps its place. */
async function linkedOf(actor: Actor, { related, original }: { related: string[]; original: string }) {
  const originals = original ? [original] : []
  const names = await headlinesOf(actor, [...related, ...originals])
  const named = (id: string) => ({ id, name: names.get(id) ?? 'A story that is not there any more' })
  return { related: related.map(named), original: originals.map(named) }
}

const bylinesOf = (id: string) =>
  db
    .select({ id: people.id, name: people.name })
    .from(storyBylines)
    .innerJoin(people, eq(people.id, storyBylines.personId))
    .where(eq(storyBylines.storyId, id))
    .orderBy(asc(storyBylines.position))

const topicsOf = (id: string) =>
  db
    .select({ id: topics.id, name: topics.name })
    .from(storyTopics)
    .innerJoin(topics, eq(topics.id, storyTopics.topicId))
    .where(eq(storyTopics.storyId, id))
    .orderBy(asc(storyTopics.position))
