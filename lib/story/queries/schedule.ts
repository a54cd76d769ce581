import { and, desc, eq, ne } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure, may } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { alias } from '#lib/db/columns'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'
import { sections } from '#lib/section/tables'

import { type StoryVersion, storyFingerprint } from '../content'
import { endOf } from '../embargo'
import { storyProjections } from '../log/tables'
import { isLate } from '../schedule'
import { storySchedules } from '../tables'
import { mayJudge } from '../workflow'
import { loadStory } from './load'
import { findEmbargo } from './plans'

const setter = alias(people, 'setter')
const ender = alias(people, 'ender')

/** Ended ones that are listed, at most. */
const most = 50

/**
 * What waits of a story for its hour, what became of what waited before, the embargo, and what the actor may do about it.
 * @throws Refusal `not-found` where the actor may not read the story
 */
export async function findSchedules(actor: Actor, storyId: string, now = new Date()) {
  const story = await loadStory(db, storyId)
  ensure(actor, 'read', story)
  const stands = await fingerprintNow(storyId, story.fieldsFingerprint)
  const waiting = await waitingOf(storyId)
  const embargo = await findEmbargo(db, storyId)
  const publish = waiting.find(({ act }) => act === 'publish')
  const withdraw = waiting.find(({ act }) => act === 'withdraw')
  return {
    publish: publish && {
      ...told(publish, now),
      /** Number of the pinned revision, its headline, and the address at which readers will have it. */
      revision: publish.number ?? 0,
      headline: (publish.content as StoryVersion | null)?.headline ?? '',
      path: `/${publish.section}/${publish.slug}`,
      change: publish.change,
      note: publish.note,
      place: publish.notePlace,
      /** Whether the working copy says something else by now, which will not be in it; told at most 1 s late. */
      changedSince: publish.fingerprint !== stands,
    },
    withdraw: withdraw && told(withdraw, now),
    embargo: embargo && { ...embargo, holds: endOf(embargo, now) !== undefined },
    past: await pastOf(storyId),
    may: {
      schedule: may(actor, 'publish', story),
      embargo: may(actor, 'edit', story),
      lift: mayJudge(actor, story),
      /** Takes off or moves the publication: who publishes where it will be published. */
      change: may(actor, 'publish', publish ? { ...story, sectionId: publish.sectionId } : story),
    },
  }
}

export type Schedules = Awaited<ReturnType<typeof findSchedules>>

type Waiting = Awaited<ReturnType<typeof waitingOf>>[number]

const told = ({ id, dueAt, setAt, by, attempts }: Waiting, now: Date) => ({
  id,
  dueAt,
  setAt,
  /** Who set it, for whom it will be done; `here` is false once their account is disabled. */
  by: { id: by.id, name: by.name, here: by.disabledAt === null },
  late: isLate({ dueAt }, now),
  /** Faults at its hour so far: it is tried again. */
  attempts,
})

const waitingOf = (storyId: string) =>
  db
    .select({
      id: storySchedules.id,
      act: storySchedules.act,
      dueAt: storySchedules.dueAt,
      setAt: storySchedules.setAt,
      by: { id: setter.id, name: setter.name, disabledAt: setter.disabledAt },
      attempts: storySchedules.attempts,
      change: storySchedules.change,
      note: storySchedules.note,
      notePlace: storySchedules.notePlace,
      sectionId: storySchedules.sectionId,
      section: sections.slug,
      slug: storySchedules.slug,
      number: revisions.number,
      content: revisions.content,
      fingerprint: revisions.fingerprint,
    })
    .from(storySchedules)
    .innerJoin(setter, eq(setter.id, storySchedules.by))
    .leftJoin(revisions, eq(revisions.id, storySchedules.revision))
    .leftJoin(sections, eq(sections.id, storySchedules.sectionId))
    .where(and(eq(storySchedules.storyId, storyId), eq(storySchedules.state, 'waiting')))

/** The last ones that ended, newest first. */
const pastOf = (storyId: string) =>
  db
    .select({
      id: storySchedules.id,
      act: storySchedules.act,
      state: storySchedules.state,
      dueAt: storySchedules.dueAt,
      setAt: storySchedules.setAt,
      by: setter.name,
      endedAt: storySchedules.endedAt,
      endedBy: ender.name,
      fault: storySchedules.fault,
      revision: revisions.number,
    })
    .from(storySchedules)
    .innerJoin(setter, eq(setter.id, storySchedules.by))
    .leftJoin(ender, eq(ender.id, storySchedules.endedBy))
    .leftJoin(revisions, eq(revisions.id, storySchedules.revision))
    .where(and(eq(storySchedules.storyId, storyId), ne(storySchedules.state, 'waiting')))
    .orderBy(desc(storySchedules.endedAt), desc(storySchedules.setAt), desc(storySchedules.id))
    .limit(most)

async function fingerprintNow(storyId: string, fields: string): Promise<string> {
  const [row] = await db
    .select({ text: storyProjections.fingerprint })
    .from(storyProjections)
    .where(eq(storyProjections.storyId, storyId))
  return storyFingerprint(row?.text ?? '', fields)
}
