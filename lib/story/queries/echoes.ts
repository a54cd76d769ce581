import { and, desc, eq, inArray, isNull, lt, ne, or } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Reader } from '#lib/db/client'
import { findSearch } from '#lib/db/search'
import { notFound } from '#lib/errors'
import { people } from '#lib/people/tables'
import { gave } from '#lib/publication/queries'
import { publications, revisions } from '#lib/publication/tables'
import { liveSections, liveStories } from '#lib/site/tables'

import { liftContent, type StoryContent } from '../content'
import { toDocument } from '../document/ydoc'
import { passagesOf, wrongPassages } from '../echoes'
import { isNoted, type StoryDetail } from '../live-versions'
import { loadLog } from '../log/read'
import { storyProjections } from '../log/tables'
import { stories, storyEchoes } from '../tables'
import { loadStory } from './load'
import { waits } from './publish-state'
import { readable } from './readable'

/** A place where the wrong text may still stand. */
export type Echo = {
  /** `story:<id>` as readers have it, `copy:<id>` on the desk, or of the paper: `lists`, `also-read`, `feeds`. */
  place: string
  /** Says it to readers now, in a working copy, or says by itself what the story says. */
  where: 'readers' | 'working copy' | 'follows'
  headline: string
  /** Where readers have it. */
  path: string | null
  /** What it says there. */
  passages: string[]
  /** Who has ticked it off, and when. */
  ticked: { by: string; at: Date } | null
}

export type Echoes = {
  /** What was wrong, with some words around it. */
  passages: string[]
  echoes: Echo[]
  /** There are more working copies than were looked at. */
  more: boolean
}

/** Working copies that are looked at, those edited last first. */
const MOST_COPIES = 300
/** Stories that readers have which may hold one passage. */
const MOST_LIVE = 100

/**
 * Where what was corrected may still stand: in stories that readers have, the corrected one's other passages included,
 * in working copies that the actor may read, and on lists and in feeds.
 * @param seq the correction's place in the publication log
 * @throws Refusal `not-found`
 */
export async function findEchoes(actor: Actor, id: string, seq: number): Promise<Echoes> {
  ensure(actor, 'read', await loadStory(db, id))
  const { was, is } = await findCorrected(db, id, seq)
  const passages = wrongPassages(was, is)
  const [readers, copies, ticks] = await Promise.all([
    findInReaders(passages),
    findInCopies(actor, passages),
    listTicks(id, seq),
  ])
  const found = [...readers, ...copies.echoes, ...followers(was, is)]
  const tickOf = (place: string) => ticks.find((tick) => tick.place === place)
  return {
    passages,
    echoes: found.map((echo) => {
      const tick = tickOf(echo.place)
      return { ...echo, ticked: tick ? { by: tick.by, at: tick.at } : null }
    }),
    more: copies.more,
  }
}

/** What readers had before a correction, and with it. */
export async function findCorrected(
  on: Reader,
  id: string,
  seq: number,
): Promise<{ was: StoryContent; is: StoryContent }> {
  const rows = await on
    .select({
      seq: publications.seq,
      detail: publications.detail,
      schema: revisions.schema,
      content: revisions.content,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revision))
    .where(and(gave('story', id), lt(publications.seq, seq + 1)))
    .orderBy(desc(publications.seq))
    .limit(2)
  const [correction, before] = rows
  const { change }: StoryDetail = correction?.detail ?? {}
  if (correction?.seq !== seq || !before || !isNoted(change)) throw notFound('This correction')
  const said = ({ content, schema }: typeof before) => liftContent(content as StoryContent, schema)
  return { was: said(before), is: said(correction) }
}

type Found = Omit<Echo, 'ticked'>

/** Stories that readers have with one of these passages. */
export async function findInReaders(passages: string[]): Promise<Found[]> {
  const ids = new Set<number>()
  for (const passage of passages) for (const one of (await findSearch(db, passage, MOST_LIVE)).ids) ids.add(one)
  if (!ids.size) return []
  const rows = await db
    .select({
      id: liveStories.subject,
      slug: liveStories.slug,
      section: liveSections.slug,
      headline: liveStories.headline,
      standfirst: liveStories.standfirst,
      body: liveStories.body,
    })
    .from(liveStories)
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(inArray(liveStories.id, [...ids]))
    .orderBy(desc(liveStories.publishedAt))
  return rows.flatMap((row): Found[] => {
    const held = passagesOf(row, passages)
    const { headline } = row
    const path = `/${row.section}/${row.slug}`
    return held.length ? [{ place: `story:${row.id}`, where: 'readers', headline, path, passages: held }] : []
  })
}

/** Of stories that readers do not have as they stand; a story that they have with the passage is told of already. */
async function findInCopies(actor: Actor, passages: string[]): Promise<{ echoes: Found[]; more: boolean }> {
  if (!passages.length) return { echoes: [], more: false }
  const rows = await db
    .select({ id: stories.id, headline: storyProjections.headline })
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(liveStories, eq(liveStories.subject, stories.id))
    .leftJoin(revisions, eq(revisions.id, liveStories.revision))
    .where(
      and(
        isNull(stories.spikedAt),
        ne(storyProjections.words, 0),
        or(isNull(liveStories.id), waits),
        readable(db, actor),
      ),
    )
    .orderBy(desc(storyProjections.editedAt))
    .limit(MOST_COPIES + 1)
  const echoes: Found[] = []
  for (const { id, headline } of rows.slice(0, MOST_COPIES)) {
    const held = passagesOf(toDocument(await loadLog(db, id)), passages)
    if (held.length) echoes.push({ place: `copy:${id}`, where: 'working copy', headline, path: null, passages: held })
  }
  return { echoes, more: rows.length > MOST_COPIES }
}

/** What shows the story's headline and standfirst, and so says now what they say. */
function followers(was: StoryContent, is: StoryContent): Found[] {
  const headline = was.headline !== is.headline
  const shown = headline || was.standfirst !== is.standfirst
  const follower = (place: string, words: string): Found => ({
    place,
    where: 'follows',
    headline: words,
    path: null,
    passages: [],
  })
  return [
    ...(shown ? [follower('lists', 'Fronts, sections, topics and bylines')] : []),
    ...(headline ? [follower('also-read', '“Also read” in other stories')] : []),
    ...(shown ? [follower('feeds', 'Feeds: who has fetched them before keeps the old words')] : []),
  ]
}

const listTicks = (id: string, seq: number) =>
  db
    .select({ place: storyEchoes.place, by: people.name, at: storyEchoes.at })
    .from(storyEchoes)
    .innerJoin(people, eq(people.id, storyEchoes.by))
    .where(and(eq(storyEchoes.storyId, id), eq(storyEchoes.seq, seq)))
