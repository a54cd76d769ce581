import { and, eq, inArray, ne } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { liveFrontMedia, liveMedia, livePageMedia, livePeople, liveStoryMedia } from '#lib/site/tables'

import type { Shown } from '../known'
import { media } from '../tables'
import { listLogos } from './logos'

/**
 * What the library says of all that a story, a page or a front uses, by id, of films with their posters; what is gone is left out.
 * @param by id of the story, page or front whose own publication does not count as a use elsewhere
 */
export async function findKnown(on: Reader, by: string, ids: readonly string[]): Promise<Map<string, Shown>> {
  const known = await readKnown(on, by, ids)
  const posters = [...known.values()].flatMap(({ poster }) => poster ?? [])
  const stills = await readKnown(on, by, posters)
  for (const shown of known.values()) {
    const still = stills.get(shown.poster ?? '')
    if (still) shown.still = still
  }
  return known
}

async function readKnown(on: Reader, by: string, ids: readonly string[]): Promise<Map<string, Shown>> {
  if (!ids.length) return new Map()
  const rows = await on
    .select({
      id: media.id,
      kind: media.kind,
      hash: media.hash,
      name: media.name,
      alt: media.alt,
      decorative: media.decorative,
      caption: media.caption,
      credit: media.credit,
      width: media.width,
      height: media.height,
      seconds: media.seconds,
      poster: media.poster,
      captionsLanguage: media.captionsLanguage,
      focus: media.focus,
      crops: media.crops,
      rights: media.rights,
      expiresAt: media.expiresAt,
      withheldAt: media.withheldAt,
    })
    .from(media)
    .where(inArray(media.id, [...ids]))
  const shown = await findElsewhere(on, by, ids)
  return new Map(
    rows.map(({ withheldAt, ...row }) => [
      row.id,
      { ...row, withheld: withheldAt !== null, elsewhere: shown.has(row.id) },
    ]),
  )
}

/** Those that readers are shown by something else: another story or page, a film’s there, a front, a byline, the masthead. */
async function findElsewhere(on: Reader, by: string, ids: readonly string[]): Promise<Set<string | null>> {
  const asSuch: (string | null)[] = []
  for (const uses of [liveStoryMedia, livePageMedia]) {
    const inOthers = and(eq(uses.now, true), ne(uses.subject, by))
    const itself = await on
      .selectDistinct({ id: uses.mediaId })
      .from(uses)
      .where(and(inArray(uses.mediaId, [...ids]), inOthers))
    const asPosters = await on
      .selectDistinct({ id: liveMedia.poster })
      .from(liveMedia)
      .innerJoin(uses, eq(uses.mediaId, liveMedia.subject))
      .where(and(inArray(liveMedia.poster, [...ids]), inOthers))
    asSuch.push(...[...itself, ...asPosters].map(({ id }) => id))
  }
  const onFronts = await on
    .selectDistinct({ id: liveFrontMedia.mediaId })
    .from(liveFrontMedia)
    .where(and(inArray(liveFrontMedia.mediaId, [...ids]), ne(liveFrontMedia.subject, by)))
  const asFaces = await on
    .selectDistinct({ id: livePeople.face })
    .from(livePeople)
    .where(inArray(livePeople.face, [...ids]))
  const beside = [...onFronts, ...asFaces].map(({ id }) => id)
  return new Set([...asSuch, ...beside, ...(await listLogos(on))])
}
