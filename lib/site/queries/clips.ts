import { and, eq, isNull, ne, or } from 'drizzle-orm'

import { among, db, prepared } from '#lib/db/client'
import { mediaBlocks } from '#lib/story/document/media-uses'
import type { Body } from '#lib/story/document/nodes'

import { reader } from '../reader'
import { shownOf } from '../shown'
import { liveMedia, liveStories, liveStoryMedia } from '../tables'
import { findItems, type LibraryItem, type Shown } from './media'

/** A film or a sound of a story, and the film's poster. */
export type ShownClip = Shown & { poster: LibraryItem | undefined }

const withClips = prepared('site_with_clips', (on) =>
  on
    .selectDistinct({ story: liveStoryMedia.subject })
    .from(liveStoryMedia)
    .leftJoin(liveMedia, eq(liveMedia.subject, liveStoryMedia.mediaId))
    // What readers have not got may be one, too: when it comes, the text is read anew.
    .where(
      and(
        among(liveStoryMedia.subject, 'ids'),
        eq(liveStoryMedia.now, true),
        or(isNull(liveMedia.kind), ne(liveMedia.kind, 'picture')),
      ),
    ),
)

const bodiesById = prepared('site_clip_bodies', (on) =>
  on
    .select({ story: liveStories.subject, body: liveStories.body })
    .from(liveStories)
    .where(among(liveStories.subject, 'ids')),
)

/**
 * Films and sounds of stories, in the order of their texts; only texts that have any are read.
 * @param ids of stories, joined by spaces, as a render's cache needs a plain value
 */
export const findClips = reader(
  async (ids: string): Promise<Map<string, ShownClip[]>> => {
    const stories = await withClips(db, { ids: JSON.stringify(ids.split(' ').filter(Boolean)) })
    if (!stories.length) return new Map()
    const rows = await bodiesById(db, { ids: JSON.stringify(stories.map(({ story }) => story)) })
    const items = await findItems(
      [...new Set(rows.flatMap(({ body }) => clipsOf(body)).map(({ media }) => media))].join(' '),
    )
    return new Map(rows.map(({ story, body }) => [story, clipsOf(body).flatMap((use) => shownClip(use, items))]))
  },
  {
    keys: ([ids]) =>
      ids
        .split(' ')
        .filter(Boolean)
        .map((id) => `story:${id}`),
  },
)

const clipsOf = (body: Body) =>
  mediaBlocks(body).flatMap((block) => (block.type === 'clip' ? [{ alt: '', crop: '', ...block.attrs }] : []))

function shownClip(use: Shown['use'], items: ReadonlyMap<string, LibraryItem>): ShownClip[] {
  const shown = shownOf(use, items)
  return shown && shown.item.kind !== 'picture' ? [{ ...shown, poster: items.get(shown.item.poster ?? '') }] : []
}
