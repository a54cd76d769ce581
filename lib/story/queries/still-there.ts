import { eq, inArray } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { media } from '#lib/media/tables'
import { people } from '#lib/people/tables'
import { topics } from '#lib/topic/tables'

import type { StoryFields } from '../content'
import { stories } from '../tables'

/** Topics that others took over are those now; of what is gone nothing can be restored. */
export async function stillThere<Fields extends StoryFields>(on: Reader, fields: Fields): Promise<Fields> {
  const known = fields.topics.length
    ? await on
        .select({ id: topics.id, mergedInto: topics.mergedInto })
        .from(topics)
        .where(inArray(topics.id, fields.topics))
    : []
  const became = new Map(known.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
  const there = fields.people.length
    ? await on.select({ id: people.id }).from(people).where(inArray(people.id, fields.people))
    : []
  const [picture] = fields.main
    ? await on.select({ id: media.id }).from(media).where(eq(media.id, fields.main.media))
    : []
  const linked = [...fields.related, ...(fields.original ? [fields.original] : [])]
  const found = linked.length
    ? await on.select({ id: stories.id }).from(stories).where(inArray(stories.id, linked))
    : []
  const kept = new Set(found.map(({ id }) => id))
  const persons = new Set(there.map(({ id }) => id))
  return {
    ...fields,
    main: picture ? fields.main : null,
    related: fields.related.filter((id) => kept.has(id)),
    original: kept.has(fields.original) ? fields.original : '',
    topics: [...new Set(fields.topics.flatMap((id) => became.get(id) ?? []))],
    people: fields.people.filter((id) => persons.has(id)),
  }
}
