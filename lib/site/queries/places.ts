import { count, eq, min, sql } from 'drizzle-orm'

import { among, db, prepared } from '#lib/db/client'

import { linkKey, missing, standsKey } from '../menu/keys'
import { reader } from '../reader'
import { livePeople, liveSections, liveStoryTopics, liveTopics } from '../tables'
import type { Topic } from './cards'
import { findItems } from './media'
import { findPaper, sectionColumns } from './paper'

const sectionBySlug = prepared('site_section', (on) =>
  on
    .select(sectionColumns)
    .from(liveSections)
    .where(eq(liveSections.slug, sql.placeholder('slug'))),
)

export const findSection = reader(async (slug: string) => (await sectionBySlug(db, { slug }))[0], {
  keys: ([slug], found) => [found ? `section:${found.id}` : `path:/${slug}`],
})

const topicBySlug = prepared('site_topic', (on) =>
  on
    .select({ id: liveTopics.subject, slug: liveTopics.slug, name: liveTopics.name, story: liveStoryTopics.subject })
    .from(liveTopics)
    .leftJoin(liveStoryTopics, eq(liveStoryTopics.topicId, liveTopics.subject))
    .where(eq(liveTopics.slug, sql.placeholder('slug')))
    .limit(1),
)

const topicAt = reader(async (slug: string) => (await topicBySlug(db, { slug }))[0], {
  keys: ([slug], found) => [found ? `topic:${found.id}` : `path:/topics/${slug}`],
})

/** A topic that has stories: the name of one that has none may tell what is to be published. */
export async function findTopic(slug: string): Promise<Topic | undefined> {
  const found = await topicAt(slug)
  return found?.story ? { id: found.id, slug: found.slug, name: found.name } : undefined
}

const topicsById = prepared('site_topics_by_id', (on) =>
  on
    .selectDistinct({ id: liveTopics.subject, slug: liveTopics.slug, name: liveTopics.name })
    .from(liveTopics)
    .innerJoin(liveStoryTopics, eq(liveStoryTopics.topicId, liveTopics.subject))
    .where(among(liveTopics.subject, 'ids')),
)

/** Topics that have stories, by id. @param ids joined by spaces */
export const findTopics = reader(
  async (ids: string): Promise<Topic[]> => (ids ? topicsById(db, { ids: JSON.stringify(ids.split(' ')) }) : []),
  { keys: ([ids]) => ids.split(' ').flatMap((id) => (id ? `topic:${id}` : [])) },
)

const topicLinksById = prepared('site_topic_links', (on) =>
  on
    .select({
      id: liveTopics.subject,
      slug: liveTopics.slug,
      name: liveTopics.name,
      story: min(liveStoryTopics.subject),
    })
    .from(liveTopics)
    .innerJoin(liveStoryTopics, eq(liveStoryTopics.topicId, liveTopics.subject))
    .where(among(liveTopics.subject, 'ids'))
    .groupBy(liveTopics.subject, liveTopics.slug, liveTopics.name),
)

/** The same for menus: what they say of a topic is not made of all its stories. @param ids joined by spaces */
export const findTopicLinks = reader(
  async (ids: string) => (ids ? topicLinksById(db, { ids: JSON.stringify(ids.split(' ')) }) : []),
  {
    keys: ([ids], found) => [
      ...found.flatMap(({ id, story }) => [linkKey('topic', id), standsKey('topic', id, story ?? '')]),
      // Its first story makes it stand.
      ...missing(ids, found).map((id) => `topic:${id}`),
    ],
  },
)

const personBySlug = prepared('site_person', (on) =>
  on
    .select({
      id: livePeople.subject,
      slug: livePeople.slug,
      name: livePeople.name,
      title: livePeople.title,
      bio: livePeople.bio,
      face: livePeople.face,
    })
    .from(livePeople)
    .where(eq(livePeople.slug, sql.placeholder('slug'))),
)

const personAt = reader(async (slug: string) => (await personBySlug(db, { slug }))[0], {
  keys: ([slug], found) => [found ? `person:${found.id}` : `path:/bylines/${slug}`],
})

/** A person of the byline, with their face. */
export async function findPerson(slug: string) {
  const found = await personAt(slug)
  return found && { ...found, face: found.face ? (await findItems(found.face)).get(found.face) : undefined }
}

const topicsInUse = prepared('site_topics', (on) =>
  on
    .select({ id: liveTopics.subject, slug: liveTopics.slug, name: liveTopics.name, stories: count() })
    .from(liveTopics)
    .innerJoin(liveStoryTopics, eq(liveStoryTopics.topicId, liveTopics.subject))
    .groupBy(liveTopics.subject, liveTopics.slug, liveTopics.name),
)

/** Topics that have stories, by name as the paper's language sorts, with how many. */
export const listTopics = reader(
  async () => {
    const [{ language }, topics] = await Promise.all([findPaper(), topicsInUse(db, {})])
    // The engines sort capitals and accents each in their own way.
    const alphabet = new Intl.Collator(language, { numeric: true })
    return topics.sort((a, b) => alphabet.compare(a.name, b.name))
  },
  {
    keys: (_, topics) => ['latest:', ...topics.map((topic) => `topic:${topic.id}`)],
  },
)
