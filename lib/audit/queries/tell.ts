import { inArray } from 'drizzle-orm'

import { operator } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { namesOfFronts } from '#lib/front/queries/names'
import { media } from '#lib/media/tables'
import { menuNames } from '#lib/menu/names'
import { pages } from '#lib/page/tables'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'
import { sections } from '#lib/section/tables'
import { series } from '#lib/series/tables'
import { menuIds } from '#lib/site/menu/content'
import { storyProjections } from '#lib/story/log/tables'
import { topics } from '#lib/topic/tables'

import { type Change, changesOf, idsOf, notesOf, peopleOf } from '../changes'
import { wordsOfAct } from '../words'

type Entry = {
  seq: number
  at: number
  actorId: string | null
  act: string
  subject: string
  detail: string
  address: string | null
  agent: string | null
}

/** Entries with names in the place of ids, as they are now; of what is gone the id stays. */
export async function tell(entries: Entry[]) {
  const read = entries.map(({ detail, subject, ...entry }) => {
    const parsed = JSON.parse(detail) as Record<string, unknown>
    const [kind = '', id = ''] = subject.split(/:(.*)/s)
    return { ...entry, kind, id, parsed, changes: changesOf(parsed), people: peopleOf(parsed) }
  })
  const changes = read.flatMap((entry) => entry.changes)
  const subjects = (kind: string) => read.filter((entry) => entry.kind === kind).map(({ id }) => id)
  const names = {
    person: await namesIn(people, [
      ...read.flatMap(({ actorId, people: others }) => [actorId ?? '', ...others]),
      ...subjects('person'),
      ...idsOf(changes, 'person'),
    ]),
    section: await namesIn(sections, [...subjects('section'), ...idsOf(changes, 'section')]),
    topic: await namesIn(topics, [...subjects('topic'), ...idsOf(changes, 'topic')]),
    media: await namesIn(media, [...subjects('media'), ...idsOf(changes, 'media')]),
    story: await headlinesOf(subjects('story')),
    front: await namesOfFronts(subjects('front')),
    series: await namesIn(series, subjects('series')),
    page: await titlesOf(subjects('page')),
    menu: new Map(menuIds.map((id) => [id as string, menuNames[id].name])),
    revision: await numbersOf(idsOf(changes, 'revision')),
  }
  return read.map(({ seq, at, actorId, act, kind, id, parsed, changes: own, people: others, address, agent }) => ({
    seq,
    at: new Date(at),
    actorId,
    who: actorId === operator.id ? operator.name : actorId === null ? 'Stet' : (names.person.get(actorId) ?? actorId),
    act,
    words: wordsOfAct(act, kind),
    kind,
    id,
    /** undefined for what is gone, or has no name. */
    name: kind in names ? names[kind as keyof typeof names].get(id) : undefined,
    changes: own.map((change) => withNames(change, names)),
    notes: [
      ...notesOf(act, parsed),
      ...(others.length ? [others.map((one) => names.person.get(one) ?? one).join(', ')] : []),
    ],
    address,
    agent,
  }))
}

export type Told = Awaited<ReturnType<typeof tell>>[number]

type Names = Record<Exclude<Change['of'], 'words'>, Map<string, string>>

function withNames({ label, of, from, to }: Change, names: Names) {
  const named = (id: string) => (of === 'words' ? id : (names[of].get(id) ?? id))
  return { label, from: from.map(named).join(', '), to: to.map(named).join(', ') }
}

type Named = typeof people | typeof sections | typeof topics | typeof media | typeof series

async function namesIn(table: Named, ids: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter(Boolean))]
  if (!wanted.length) return new Map()
  const rows = await db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, wanted))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function headlinesOf(ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: storyProjections.storyId, headline: storyProjections.headline })
    .from(storyProjections)
    .where(inArray(storyProjections.storyId, [...new Set(ids)]))
  return new Map(rows.map(({ id, headline }) => [id, headline || 'No headline yet']))
}

async function titlesOf(ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: pages.id, content: pages.content })
    .from(pages)
    .where(inArray(pages.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, content }) => [id, content.title || 'No title yet']))
}

/** Of a story's revision the number by which the desk knows it. */
async function numbersOf(ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: revisions.id, number: revisions.number })
    .from(revisions)
    .where(inArray(revisions.id, ids.map(Number)))
  return new Map(rows.map(({ id, number }) => [String(id), String(number)]))
}
