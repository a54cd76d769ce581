import { and, desc, eq, inArray, lte, notExists, sql } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { alias } from '#lib/db/columns'
import { type MediaContent, shortHash } from '#lib/media/live'
import { filePath } from '#lib/media/store/address'
import { gave } from '#lib/publication/queries'
import { findLastRevision } from '#lib/publication/revisions'
import { publications, revisions } from '#lib/publication/tables'
import { hourOf } from '#lib/site/archive-keys'
import { dayPath } from '#lib/site/calendar'
import { clipFile } from '#lib/site/clip-file'
import { library } from '#lib/site/cut'
import { storiesPerFile } from '#lib/site/queries/maps'
import {
  liveAddresses,
  liveMedia,
  livePeople,
  liveSections,
  liveSeries,
  liveSeriesParts,
  liveSettings,
  liveTopics,
} from '#lib/site/tables'

import { isTelling, type Marks, says } from '../clean'
import type { StoryContent } from '../content'
import { mediaIdsOf } from '../document/media-uses'
import type { Gone, Place } from '../surfaces'
import { findInReaders } from './echoes'
import { findLastAct } from './last-act'

/** Headlines and addresses of one story that are looked for. */
const MOST = 30

export type Withdrawal = { at: Date; by: string | null; gone: Gone; marks: Marks; byAddress: boolean }

/**
 * Where readers had a story until a withdrawal: by the keys that the act has left in the publication log, under the names
 * that all this has now.
 * @param seq the withdrawal's place in the publication log
 * @returns undefined when readers have got it back since
 */
export async function findWithdrawal(storyId: string, seq: number): Promise<Withdrawal | undefined> {
  if ((await findLastAct(db, storyId))?.seq !== seq) return undefined
  const [act] = await db
    .select({
      act: publications.act,
      keys: publications.keys,
      at: publications.at,
      by: publications.actorId,
      note: publications.note,
    })
    .from(publications)
    .where(and(eq(publications.seq, seq), eq(publications.kind, 'story'), eq(publications.subject, storyId)))
  if (act?.act !== 'withdraw') return undefined
  const idsOf = (kind: string) =>
    act.keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1))
  const versions = await listShown(storyId, seq)
  const [files, topics, people, sections, settings, series] = await Promise.all([
    filesOf([...new Set(versions.flatMap(({ media }) => media))].slice(0, MOST)),
    db
      .select(place(liveTopics))
      .from(liveTopics)
      .where(inArray(liveTopics.subject, idsOf('topic'))),
    db
      .select(place(livePeople))
      .from(livePeople)
      .where(inArray(livePeople.subject, idsOf('person'))),
    db.select(place(liveSections)).from(liveSections),
    db.select({ name: liveSettings.name, zone: liveSettings.timezone }).from(liveSettings),
    db
      .select(place(liveSeries))
      .from(liveSeries)
      .innerJoin(liveSeriesParts, eq(liveSeriesParts.subject, liveSeries.subject))
      .where(eq(liveSeriesParts.storyId, storyId)),
  ])
  const [last] = versions
  const former = idsOf('path').filter((path) => path !== last?.address)
  const gone: Gone = {
    id: storyId,
    files,
    paths: await pathsOf([...(last ? [last.address] : []), ...former].slice(0, MOST)),
    headlines: [...new Set(versions.map(({ headline }) => headline))],
    sections: at(
      '',
      sections.filter(({ id }) => idsOf('section').includes(id)),
    ),
    topics: at('/topics', topics),
    people: at('/bylines', people),
    series: at('/series', series),
    days: daysOf(act.keys, settings[0]?.zone ?? 'UTC'),
    corrected: idsOf('corrections').length > 0,
    sitemaps: Math.ceil(seq / storiesPerFile),
  }
  const names = [...topics, ...people, ...series, ...sections, ...settings].map(({ name }) => name)
  const headlines = await telling(gone.headlines, [act.note, ...names])
  const { at: since, by } = act
  return {
    at: since,
    by,
    gone,
    marks: { paths: gone.paths, headlines },
    byAddress: headlines.length < gone.headlines.length,
  }
}

const place = <T extends typeof liveTopics | typeof livePeople | typeof liveSections | typeof liveSeries>(
  table: T,
) => ({
  id: table.subject,
  slug: table.slug,
  name: table.name,
})
const at = (under: string, rows: { id: string; slug: string }[]) =>
  rows.map(({ id, slug }) => ({ id, path: `${under}/${slug}` }))

/** Of an hour by UTC, which may lie in two days of the paper. */
const daysOf = (keys: readonly string[], zone: string): Place[] =>
  keys.flatMap((key) => {
    const hour = hourOf(key)
    if (!hour) return []
    const paths = [hour, new Date(hour.getTime() + 3_599_999)].map((at) => dayPath(at, { zone, language: '' }))
    return [...new Set(paths)].map((path) => ({ id: path.slice('/archive/'.length), path }))
  })

/** Of so many publications it is asked what they said: a story that is updated all day has few headlines in them. */
const SHOWN = 300

/** What readers had of it, the last first. */
async function listShown(
  storyId: string,
  seq: number,
): Promise<{ headline: string; address: string; media: string[] }[]> {
  const rows = await db
    .select({ content: revisions.content })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revision))
    .where(and(gave('story', storyId), lte(publications.seq, seq)))
    .orderBy(desc(publications.seq))
    .limit(SHOWN)
  return rows.map(({ content }) => {
    const { headline, sectionId, slug, main = null, body } = content as StoryContent
    return { headline, address: `${sectionId}/${slug}`, media: mediaIdsOf({ main, body }) }
  })
}

/** A file of each that no live story shows any more, as it was last. @param ids of the library */
async function filesOf(ids: string[]): Promise<Place[]> {
  if (!ids.length) return []
  const live = await db.select({ id: liveMedia.subject }).from(liveMedia).where(inArray(liveMedia.subject, ids))
  const gone = ids.filter((id) => !live.some((one) => one.id === id))
  const last = await Promise.all(gone.map((id) => findLastRevision(db, 'media', id)))
  return last.flatMap((revision, i) => {
    const [id, content] = [gone[i] as string, revision?.content as MediaContent | undefined]
    return content ? { id, path: fileOf(id, content) } : []
  })
}

const fileOf = (id: string, { kind, hash, type }: MediaContent) =>
  kind === 'picture'
    ? `${library}/${id}/${filePath(shortHash(hash), undefined, 640, 'jpeg')}`
    : clipFile({ id, hash: shortHash(hash), type })

/** @param addresses `<section id>/<slug>`. @returns each under the names that its section has and had */
async function pathsOf(addresses: string[]): Promise<string[]> {
  const named = alias(liveSections, 'named')
  const taken = db
    .select({ one: sql`1` })
    .from(named)
    .where(eq(sql`'/' || ${named.slug}`, liveAddresses.path))
  const [now, before] = await Promise.all([
    db.select({ id: liveSections.subject, slug: liveSections.slug }).from(liveSections),
    db
      .select({ id: liveAddresses.target, path: liveAddresses.path })
      .from(liveAddresses)
      // A name that another section has now leads there.
      .where(and(eq(liveAddresses.kind, 'section'), notExists(taken)))
      .orderBy(desc(liveAddresses.seq)),
  ])
  const places = [...at('', now), ...before]
  return addresses.flatMap((address) => {
    const [section, slug] = address.split('/')
    return places.filter(({ id }) => id === section).map(({ path }) => `${path}/${slug}`)
  })
}

/** Headlines by which the story can be told: those that are not also said by something that readers have. */
async function telling(headlines: string[], others: string[]): Promise<string[]> {
  const own: string[] = []
  for (const headline of headlines.slice(0, MOST)) {
    const elsewhere = others.some((text) => says(text, headline)) || (await findInReaders([headline])).length > 0
    if (isTelling(headline) && !elsewhere) own.push(headline)
  }
  return own
}
