import { and, asc, eq, gt, lte, max } from 'drizzle-orm'

import { db } from '#lib/db/client'

import { reader } from '../reader'
import { pictureOf } from '../shown'
import { livePeople, liveSections, liveStories, liveStoryPeople } from '../tables'
import { storyPath } from './cards'
import { findItems } from './media'
import { sectionColumns } from './paper'
import { listTranslated } from './translations'

/**
 * Stories a sitemap file: by place in the order of publication, so a file's bounds never move.
 * The format allows 50,000 addresses; the first file also names sections, topics and bylines.
 */
export const storiesPerFile = 45_000

/** How many sitemap files the stories fill; at least 1. */
export const countSitemaps = reader(
  async () => {
    const [row] = await db.select({ last: max(liveStories.id) }).from(liveStories)
    return Math.max(1, Math.ceil((row?.last ?? 0) / storiesPerFile))
  },
  { keys: () => ['latest:'] },
)

/** Addresses of the stories of one sitemap file. @param file from 1 */
export const listStoryAddresses = reader(
  async (file: number) => {
    const rows = await db
      .select({
        id: liveStories.subject,
        slug: liveStories.slug,
        canonicalUrl: liveStories.canonicalUrl,
        section: sectionColumns,
        updatedAt: liveStories.updatedAt,
        main: liveStories.main,
      })
      .from(liveStories)
      .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
      .where(and(gt(liveStories.id, (file - 1) * storiesPerFile), lte(liveStories.id, file * storiesPerFile)))
      .orderBy(asc(liveStories.id))
    const translated = new Map((await listTranslated()).flatMap((group) => group.map(({ id }) => [id, group])))
    const items = await findItems([...new Set(rows.flatMap(({ main }) => main?.media ?? []))].join(' '))
    return rows.map((row) => ({
      path: storyPath(row),
      updatedAt: row.updatedAt,
      picture: pictureOf(row.main, items),
      languages: row.canonicalUrl ? undefined : translated.get(row.id),
    }))
  },
  { keys: () => ['latest:', 'menu:'] },
)

/** People whose name stands over at least one story. */
export const listAuthors = reader(
  async () =>
    db
      .selectDistinct({ id: livePeople.subject, slug: livePeople.slug, name: livePeople.name })
      .from(livePeople)
      .innerJoin(liveStoryPeople, eq(liveStoryPeople.personId, livePeople.subject))
      .orderBy(asc(livePeople.name), asc(livePeople.subject)),
  { keys: (_, people) => ['latest:', ...people.map((person) => `person:${person.id}`)] },
)
