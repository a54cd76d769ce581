import { and, eq, sql } from 'drizzle-orm'

import { db, prepared } from '#lib/db/client'

import { reader } from '../reader'
import { liveStories } from '../tables'
import { findSpan } from './archive'
import { ownPageStands } from './pages'
import { findPerson, findSection, findTopic } from './places'
import { findSeries } from './series'

const storyBySlug = prepared('site_story_standing', (on) =>
  on
    .select({ id: liveStories.subject })
    .from(liveStories)
    .where(and(eq(liveStories.sectionId, sql.placeholder('section')), eq(liveStories.slug, sql.placeholder('slug')))),
)

const storyIn = reader(async (section: string, slug: string) => (await storyBySlug(db, { section, slug }))[0], {
  keys: ([section, slug], found) => [found ? `story:${found.id}` : `path:${section}/${slug}`],
})

/**
 * Whether a page may stand at a path, as the page itself will look it up: to ask this costs a hundredth of rendering
 * what is not there, of which anybody can ask without end.
 * @param path decoded, one that readers' pages may have
 */
export async function mayStand(path: string): Promise<boolean> {
  const [, first = '', second, more, ...rest] = path.split('/')
  if (path === '/') return true
  if (first === 'archive' && second !== undefined) return Boolean(await findSpan(path.slice('/archive/'.length)))
  if (rest.length || (more !== undefined && more !== 'versions')) return false
  if (more) return stands(first, second ?? '')
  if (second === undefined) return isOurs(first) || (await placeStands(first))
  if (first === 'topics') return Boolean(await findTopic(second))
  if (first === 'series') return Boolean(await findSeries(second))
  if (first === 'bylines') return Boolean(await findPerson(second))
  return isOurs(first) || stands(first, second)
}

/** A section, or a page of the paper's own. */
const placeStands = async (slug: string) => Boolean((await findSection(slug)) ?? (await ownPageStands(slug)))

/** Whether there is a story; then there are its versions, too. */
async function stands(place: string, slug: string): Promise<boolean> {
  const section = await findSection(place)
  return section !== undefined && Boolean(await storyIn(section.id, slug))
}

/** Pages and files that stand whatever is published. */
const isOurs = (first: string) =>
  /^(topics|archive|search|sitemaps|corrections|thanks|saved|offline|theme)$|\./.test(first)
