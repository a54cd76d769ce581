import { asc, desc, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure, may } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import type { Change } from '#lib/site/change'
import { liveCorrections, liveStories, liveVersions } from '#lib/site/tables'

import { loadStory } from './load'

export type ToldReaders = {
  /** What readers may compare, newest first. `now`: what they read. */
  versions: { number: number; at: Date; change: Change | null; closed: boolean; now: boolean }[]
  /** Newest first; `seq` is the place in the publication log. */
  corrections: { seq: number; kind: 'clarification' | 'correction'; note: string; at: Date }[]
  /** Whether the actor closes versions and ticks off where corrected words may still stand. */
  publishes: boolean
}

/**
 * What readers of a live story have been told of its changes; nothing of one that they do not have.
 * @throws Refusal `not-found`
 */
export async function findToldReaders(actor: Actor, id: string): Promise<ToldReaders> {
  const story = await loadStory(db, id)
  ensure(actor, 'read', story)
  const { number, at, change, closed } = liveVersions
  const { seq, kind, note, at: toldAt } = liveCorrections
  const [[live], versions, corrections] = await Promise.all([
    db.select({ sectionId: liveStories.sectionId }).from(liveStories).where(eq(liveStories.subject, id)),
    db
      .select({ number, at, change, closed })
      .from(liveVersions)
      .where(eq(liveVersions.subject, id))
      .orderBy(asc(number)),
    db
      .select({ seq, kind, note, at: toldAt })
      .from(liveCorrections)
      .where(eq(liveCorrections.subject, id))
      .orderBy(desc(seq)),
  ])
  if (!live) return { versions: [], corrections: [], publishes: false }
  return {
    versions: versions.map((version, index) => ({ ...version, now: index === versions.length - 1 })).reverse(),
    corrections,
    publishes: may(actor, 'publish', { ...story, ...live }),
  }
}
