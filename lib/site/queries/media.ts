import { among, db, prepared } from '#lib/db/client'
import { mediaBlocks } from '#lib/story/document/media-uses'
import type { Body, MediaUse } from '#lib/story/document/nodes'

import { reader } from '../reader'
import { liveMedia } from '../tables'

/** Something of the library as readers have it. */
export type LibraryItem = Omit<typeof liveMedia.$inferSelect, 'subject' | 'file' | 'formerly'> & {
  id: string
  /** Where its files are, if not where readers have them. */
  base?: string
}

/** The same in one place of a story: with that place's own words and crop. */
export type Shown = { item: LibraryItem; use: MediaUse }

const byIds = prepared('site_media', (on) =>
  on
    .select({
      id: liveMedia.subject,
      kind: liveMedia.kind,
      type: liveMedia.type,
      bytes: liveMedia.bytes,
      hash: liveMedia.hash,
      width: liveMedia.width,
      height: liveMedia.height,
      seconds: liveMedia.seconds,
      colour: liveMedia.colour,
      graphic: liveMedia.graphic,
      alt: liveMedia.alt,
      caption: liveMedia.caption,
      credit: liveMedia.credit,
      handout: liveMedia.handout,
      focus: liveMedia.focus,
      crops: liveMedia.crops,
      poster: liveMedia.poster,
      captions: liveMedia.captions,
      captionsLanguage: liveMedia.captionsLanguage,
    })
    .from(liveMedia)
    .where(among(liveMedia.subject, 'ids')),
)

/**
 * What readers have of the library, by id; posters of films among it, as they are asked for by the same call.
 * @param ids joined by spaces, as a render's cache needs a plain value
 */
export const findItems = reader(
  async (ids: string): Promise<Map<string, LibraryItem>> => {
    const wanted = ids.split(' ').filter(Boolean)
    if (!wanted.length) return new Map()
    const rows = await byIds(db, { ids: JSON.stringify(wanted) })
    const posters = rows.flatMap(({ poster }) => (poster && !wanted.includes(poster) ? [poster] : []))
    const more = posters.length ? await byIds(db, { ids: JSON.stringify(posters) }) : []
    return new Map([...rows, ...more].map((row) => [row.id, row]))
  },
  // What is not there is recorded, too: when it comes, the page shows it.
  {
    keys: ([ids], found) =>
      [...new Set([...ids.split(' ').filter(Boolean), ...found.keys()])].map((id) => `media:${id}`),
  },
)

/** What a text shows of the library, as far as readers have it. */
export const itemsOf = (body: Body) =>
  findItems([...new Set(mediaBlocks(body).map(({ attrs }) => attrs.media))].join(' '))
