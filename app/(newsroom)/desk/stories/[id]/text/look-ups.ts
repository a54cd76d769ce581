'use server'

import { z } from 'zod'
import { whoIs } from '#lib/auth/session'
import type { Match } from '#lib/checks/paste/finding'
import { headlineKey } from '#lib/checks/paste/lines'
import { type Passage, suggestTopics, topicIndex } from '#lib/checks/topics'
import { Refusal } from '#lib/errors'
import { findPublicPeople, listNames } from '#lib/people/queries'
import { findSettings } from '#lib/settings/queries'
import { whenIn } from '#lib/settings/time'
import { findHeadline, headlinesOf } from '#lib/story/queries/live-content'
import { findStoryByHeadline, searchStoriesForLink, searchStoriesToLink } from '#lib/story/queries/pick'
import { findTopics, listAliases } from '#lib/topic/queries'
import type { Choice } from '#lib/ui/type-ahead'

const Words = z.string().max(300)
const Id = z.string().max(40)
const Passages = z.array(z.strictObject({ block: z.string().max(80), text: z.string().max(200_000) })).max(5000)

// Who is no longer signed in finds nothing, rather than being sent to sign in: some of this is asked by itself while one
// types, and leads nobody away from a text that may be nowhere else.

/** Topics one of whose names begins so. */
export async function findTopicsAction(words: string): Promise<Choice[]> {
  if (!(await whoIs())) return []
  const found = await findTopics(Words.parse(words))
  return found.map(({ id, name, alias }) => ({ id, name, note: alias === name ? undefined : alias }))
}

/** A person or a topic that readers have a page of; `note` says who is who. */
export type Mention = { kind: 'person' | 'topic'; id: string; name: string; note: string; href: string }

/** People and topics that readers have a page of, one of whose names begins so; people first. */
export async function findMentionsAction(words: string): Promise<Mention[]> {
  if (!(await whoIs())) return []
  const typed = Words.parse(words)
  const [people, topics] = await Promise.all([findPublicPeople(typed), findTopics(typed)])
  return [
    ...people.map(({ id, name, title, slug }): Mention => {
      const href = `/bylines/${slug}`
      return { kind: 'person', id, name, note: title || href, href }
    }),
    ...topics.flatMap(({ id, name, alias, slug }): Mention[] => {
      const note = alias === name ? 'Topic' : `Topic, also ${alias}`
      return slug ? [{ kind: 'topic', id, name, note, href: `/topics/${slug}` }] : []
    }),
  ].slice(0, 8)
}

/** Names of topics, people and stories by their ids, for what a colleague chose meanwhile. */
export async function nameAction(ids: string[]): Promise<{ id: string; name: string }[]> {
  const actor = await whoIs()
  if (!actor) return []
  const wanted = z.array(Id).max(100).parse(ids)
  if (!wanted.length) return []
  const topics = new Map((await listAliases()).map(({ topicId, name }) => [topicId, name]))
  const people = new Map((await listNames()).map(({ id, name }) => [id, name]))
  const stories = await headlinesOf(actor, wanted)
  return wanted.map((id) => ({ id, name: topics.get(id) ?? people.get(id) ?? stories.get(id) ?? id }))
}

/** Live stories to read also. */
export async function findStoriesAction(words: string, except: string): Promise<Choice[]> {
  const actor = await whoIs()
  if (!actor) return []
  const found = await searchStoriesForLink(actor, Words.parse(words), Id.parse(except))
  const { timezone } = await findSettings()
  return found.map(({ id, headline, section, publishedAt }) => ({
    id,
    name: headline,
    note: `${section}, ${whenIn(publishedAt, timezone, new Date())}`,
  }))
}

/** Stories to link words to; of those that readers do not have it says why they cannot be. */
export async function findStoriesToLinkAction(words: string, except: string): Promise<(Choice & { path?: string })[]> {
  const actor = await whoIs()
  if (!actor) return []
  const found = await searchStoriesToLink(actor, Words.parse(words), Id.parse(except))
  const { timezone } = await findSettings()
  return found.map(({ id, headline, section, at, path, withdrawn }) => {
    const off = path ? undefined : withdrawn ? 'Withdrawn from readers' : 'Not published yet'
    const note = [section ?? 'No section', whenIn(at, timezone, new Date()), path && 'live'].filter(Boolean).join(', ')
    return { id, name: headline || 'No headline yet', note, path, off }
  })
}

export async function findHeadlineAction(story: string) {
  const actor = await whoIs()
  if (!actor) throw new Refusal('forbidden', 'Your session has ended.')
  return findHeadline(actor, Id.parse(story))
}

/** Our stories behind pasted "Also read" lines, by `headlineKey`; only those whose words are the same. */
export async function matchHeadlinesAction(lines: string[], except: string): Promise<[string, Match][]> {
  const actor = await whoIs()
  if (!actor) return []
  const matches: [string, Match][] = []
  for (const line of z.array(Words).max(100).parse(lines)) {
    const story = await findStoryByHeadline(actor, line, Id.parse(except))
    if (story?.exact)
      matches.push([
        headlineKey(line),
        { id: story.id, headline: story.headline, note: story.live ? 'live' : 'not published' },
      ])
  }
  return matches
}

/** Known topics that the text names, most named first, without those that the story has. */
export async function suggestTopicsAction(passages: Passage[], has: string[]) {
  if (!(await whoIs())) return []
  const names = await listAliases()
  const found = suggestTopics(Passages.parse(passages), topicIndex(names), new Set(z.array(Id).parse(has)))
  const nameOf = new Map(names.map(({ topicId, name }) => [topicId, name]))
  return found.slice(0, 8).map(({ topicId, count }) => ({ id: topicId, name: nameOf.get(topicId) ?? '', count }))
}
