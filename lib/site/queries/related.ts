import { desc, eq, sql } from 'drizzle-orm'

import { among, db, prepared } from '#lib/db/client'

import { reader } from '../reader'
import { type Candidate, rankRelated } from '../related'
import { liveStories } from '../tables'
import { type Card, cardKeys, cardsOf } from './cards'
import { listTopicIds } from './lists'

/** How many of a topic's and of the section's newest are considered. */
const considered = 30

const inSection = prepared('site_near', (on) =>
  on
    .select({ id: liveStories.subject })
    .from(liveStories)
    .where(eq(liveStories.sectionId, sql.placeholder('section')))
    .orderBy(desc(liveStories.publishedAt), desc(liveStories.id))
    .limit(considered),
)

const tellingOf = prepared('site_telling', (on) =>
  on
    .select({
      id: liveStories.subject,
      headline: liveStories.headline,
      standfirst: liveStories.standfirst,
      publishedAt: liveStories.publishedAt,
      sponsor: liveStories.sponsor,
      language: liveStories.language,
    })
    .from(liveStories)
    .where(among(liveStories.subject, 'ids')),
)

/**
 * Stories that are near one by topics, words and time, the nearest first; none where nothing is near enough. What somebody
 * has paid for is never found by rule, nor what is in another language.
 * @param topics its topics' ids, joined by spaces
 */
export const listRelated = reader(
  async (story: string, section: string, topics: string, size: number): Promise<Card[]> => {
    const names = topics.split(' ').filter(Boolean)
    const lists = await Promise.all(names.map((topic) => listTopicIds(topic, considered)))
    const near = (await inSection(db, { section })).map(({ id }) => id)
    const ids = [...new Set([story, ...lists.flat(), ...near])]
    const rows = await tellingOf(db, { ids: JSON.stringify(ids) })
    const told = rows.map((row): Candidate & typeof row => ({
      ...row,
      topics: names.filter((_, i) => lists[i]?.includes(row.id)),
    }))
    const own = told.find(({ id }) => id === story)
    if (!own) return []
    const others = told.filter((one) => one !== own && !one.sponsor && one.language === own.language)
    return cardsOf(rankRelated({ ...own, topics: names }, others).slice(0, size))
  },
  {
    keys: ([, section, topics], cards) => [
      `section:${section}`,
      ...topics.split(' ').flatMap((topic) => (topic ? `topic:${topic}` : [])),
      ...cardKeys(cards),
    ],
  },
)

/** Stories that an editor has chosen to be read after one, as far as readers have them. @param ids joined by spaces */
export const listPicked = reader(async (ids: string): Promise<Card[]> => cardsOf(ids.split(' ').filter(Boolean)), {
  keys: (_, cards) => cardKeys(cards),
})
