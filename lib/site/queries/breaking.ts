import { eq } from 'drizzle-orm'

import { db, prepared } from '#lib/db/client'

import { reader } from '../reader'
import { liveBars, liveSections, liveStories } from '../tables'

const bar = prepared('site_bar', (on) =>
  on
    .select({
      text: liveBars.text,
      story: liveBars.story,
      link: liveBars.link,
      place: liveSections.slug,
      slug: liveStories.slug,
    })
    .from(liveBars)
    .leftJoin(liveStories, eq(liveStories.subject, liveBars.story))
    .leftJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .limit(1),
)

const barNow = reader(async () => (await bar(db, {}))[0], {
  keys: (_, found) => ['breaking:', ...(found?.story ? [`story:${found.story}`] : [])],
})

/** What stands over every page, and where it leads, if anywhere; one whose story was taken down stands no more. */
export async function findBreaking(): Promise<{ text: string; href: string } | undefined> {
  const found = await barNow()
  if (!found) return undefined
  const { text, story, link, place, slug } = found
  if (!story) return { text, href: link }
  return slug ? { text, href: `/${place}/${slug}` } : undefined
}
