import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { tokenHash } from '#lib/auth/tokens'
import { db, type Reader } from '#lib/db/client'
import { findFileAsShown, itemsAsShown } from '#lib/media/queries/as-shown'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'
import { sections } from '#lib/section/tables'
import { notesOf } from '#lib/site/queries/corrections'
import type { Story } from '#lib/site/queries/story'
import { pictureOf } from '#lib/site/shown'
import { liveStories } from '#lib/site/tables'
import { liftContent, type StoryVersion } from '#lib/story/content'
import { parseCrop } from '#lib/story/document/crop-text'
import { mediaIdsOf, usesOf } from '#lib/story/document/media-uses'
import { blockText, bodyText, countWords } from '#lib/story/document/text'
import { loadStory } from '#lib/story/queries/load'
import { stories } from '#lib/story/tables'
import { topics } from '#lib/topic/tables'

import { previewAnswers, previewLinks } from './tables'

/** A token is 43 characters; whatever else is asked for is no link's. */
const isToken = (text: string) => /^[\w-]{43}$/.test(text)

/** While a story is on the spike, its links show nothing; off it they do again. */
const works = (token: string, now: Date) =>
  and(
    eq(previewLinks.tokenHash, tokenHash(token)),
    isNull(previewLinks.revokedAt),
    gt(previewLinks.expiresAt, now),
    isNull(stories.spikedAt),
  )

/** A link that works now, and the revision that it shows; undefined for all others, whatever the reason. */
export async function findOpenLink(on: Reader, token: string, now: Date) {
  if (!isToken(token)) return undefined
  const [row] = await on
    .select({
      id: previewLinks.id,
      storyId: previewLinks.storyId,
      label: previewLinks.label,
      by: previewLinks.by,
      expiresAt: previewLinks.expiresAt,
      number: revisions.number,
      revision: revisions.id,
      schema: revisions.schema,
      content: revisions.content,
      keptAt: revisions.at,
    })
    .from(previewLinks)
    .innerJoin(revisions, eq(revisions.id, previewLinks.revision))
    .innerJoin(stories, eq(stories.id, previewLinks.storyId))
    .where(works(token, now))
  if (!row) return undefined
  const { schema, content, ...link } = row
  return { ...link, content: liftContent(content as StoryVersion, schema) }
}

/** Whether a link works now: asked before a page is made of it. */
export async function isPreview(token: string, now = new Date()): Promise<boolean> {
  if (!isToken(token)) return false
  const [row] = await db
    .select({ id: previewLinks.id })
    .from(previewLinks)
    .innerJoin(stories, eq(stories.id, previewLinks.storyId))
    .where(works(token, now))
  return row !== undefined
}

/** Ids of the blocks of a text. */
export const blocksOf = ({ body }: Pick<StoryVersion, 'body'>): Set<string> =>
  new Set(body.content.map(({ attrs }) => attrs.id))

export type Answer = { kind: 'approval' | 'comment'; block: string; name: string; text: string; at: Date }

export type Preview = {
  /** As readers would get it, with the names that its section, topics and people have now. */
  story: Story
  number: number
  expiresAt: Date
  /** Whether readers have just this revision. */
  live: boolean
  answers: Answer[]
}

/** What a link shows; undefined when it does not work, or not any more. */
export async function findPreview(token: string, now = new Date()): Promise<Preview | undefined> {
  const link = await findOpenLink(db, token, now)
  if (!link) return undefined
  const { storyId, content, number, expiresAt, keptAt } = link
  const [live] = await db
    .select({ revision: liveStories.revision, publishedAt: liveStories.publishedAt, updatedAt: liveStories.updatedAt })
    .from(liveStories)
    .where(eq(liveStories.subject, storyId))
  const isLive = live?.revision === link.revision
  const times = isLive ? live : { publishedAt: keptAt, updatedAt: keptAt }
  const answers = await answersOf([link.id])
  return { story: await storyOf(storyId, content, times), number, expiresAt, live: isLive, answers }
}

/** A file of the library that the page of a link shows, while the link works. */
export async function findPreviewFile(token: string, id: string, hash: string, code: string, now = new Date()) {
  const link = await findOpenLink(db, token, now)
  if (!link) return undefined
  const { items } = await storyOf(link.storyId, link.content, { publishedAt: now, updatedAt: now })
  if (!items.has(id) && ![...items.values()].some(({ poster }) => poster === id)) return undefined
  const owns = usesOf(link.content).flatMap(({ media, crop }) => (media === id ? (parseCrop(crop) ?? []) : []))
  return findFileAsShown(id, hash, code, owns)
}

async function storyOf(
  id: string,
  content: StoryVersion,
  { publishedAt, updatedAt }: { publishedAt: Date; updatedAt: Date },
): Promise<Story> {
  const { sectionId, topics: topicIds, people: personIds, slug, main, ...rest } = content
  const [section] = sectionId
    ? await db
        .select({ id: sections.id, slug: sections.slug, name: sections.name, colour: sections.colour })
        .from(sections)
        .where(eq(sections.id, sectionId))
    : []
  const tagged = topicIds.length
    ? await db
        .select({ id: topics.id, slug: topics.slug, name: topics.name })
        .from(topics)
        .where(inArray(topics.id, topicIds))
    : []
  const signed = personIds.length
    ? await db
        .select({ id: people.id, slug: people.slug, name: people.name, profile: people.profile })
        .from(people)
        .where(inArray(people.id, personIds))
    : []
  const faces = signed.flatMap(({ profile }) => profile.face ?? [])
  const items = await itemsAsShown([...mediaIdsOf(content), ...faces])
  return {
    ...rest,
    id,
    items,
    picture: pictureOf(main, items),
    // What readers have been told of it; its versions are at the story's own address.
    notes: await notesOf(id),
    versions: 0,
    bios: new Map(signed.map(({ id, profile }) => [id, profile.bio])),
    translations: [],
    series: undefined,
    place: 0,
    path: `/${section?.slug ?? ''}`,
    words: countWords(bodyText(content.body)),
    publishedAt,
    updatedAt,
    section: section ?? { id: '', slug: '', name: 'No section yet', colour: '' },
    topics: topicIds.flatMap((topic) => tagged.find((one) => one.id === topic) ?? []),
    authors: personIds.flatMap((person) => {
      const found = signed.find((one) => one.id === person)
      if (!found) return []
      const { title, face } = found.profile
      return { id: found.id, slug: found.slug, name: found.name, title, face: items.get(face ?? '') }
    }),
  }
}

async function answersOf(links: string[]) {
  if (!links.length) return []
  const { linkId, id, kind, block, name, text, at } = previewAnswers
  return db
    .select({ linkId, id, kind, block, name, text, at })
    .from(previewAnswers)
    .where(inArray(linkId, links))
    .orderBy(asc(at), asc(id))
}

/** Links of a story that the desk lists; older ones are few. */
const MOST = 50

/** All links of a story, newest first, with what was answered; for who may change it. */
export async function listPreviewLinks(actor: Actor, storyId: string) {
  ensure(actor, 'edit', await loadStory(db, storyId))
  const rows = await db
    .select({
      id: previewLinks.id,
      label: previewLinks.label,
      by: people.name,
      at: previewLinks.at,
      expiresAt: previewLinks.expiresAt,
      revokedAt: previewLinks.revokedAt,
      number: revisions.number,
      schema: revisions.schema,
      content: revisions.content,
    })
    .from(previewLinks)
    .innerJoin(people, eq(people.id, previewLinks.by))
    .innerJoin(revisions, eq(revisions.id, previewLinks.revision))
    .where(eq(previewLinks.storyId, storyId))
    .orderBy(desc(previewLinks.at), desc(previewLinks.id))
    .limit(MOST)
  const answers = await answersOf(rows.map(({ id }) => id))
  return rows.map(({ schema, content, ...link }) => {
    const { body } = liftContent(content as StoryVersion, schema)
    const said = answers.filter(({ linkId }) => linkId === link.id)
    return {
      ...link,
      answers: said.map(({ linkId: _, ...answer }) => {
        const block = body.content.find(({ attrs }) => attrs.id === answer.block)
        return { ...answer, about: block ? blockText(block).slice(0, 120) : '' }
      }),
    }
  })
}
