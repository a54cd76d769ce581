import { and, asc, desc, eq, isNull, or } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure, may } from '#lib/auth/permissions'
import { db, type Reader } from '#lib/db/client'
import { alias } from '#lib/db/columns'
import { Refusal } from '#lib/errors'
import { people } from '#lib/people/tables'
import type { SeenConflict } from '#lib/story/commands/seen'
import { loadStory } from '#lib/story/queries/load'

import type { Card } from './cards'
import type { Outcome } from './outcomes'
import { decidedSuggestions, suggestions } from './tables'
import { keyOf, tellOpen } from './tell'

/** What became of a suggestion, for who made it, and for editors where an edit of theirs took it along. */
export type Told = {
  id: string
  outcome: Outcome
  author: { id: string; name: string }
  by: string | null
  card: Card
  at: Date
}

const author = alias(people, 'author')
const decider = alias(people, 'decider')

/**
 * Who suggests something for a story, as far as the actor may see it, and what is to be told to him.
 * @throws Refusal `not-found` where he may not read the story
 */
export async function listSuggestions(
  actor: Actor,
  storyId: string,
): Promise<{ people: { id: string; name: string }[]; told: Told[] }> {
  const story = await loadStory(db, storyId)
  ensure(actor, 'read', story)
  const edits = may(actor, 'edit', story)
  const open = await listOpen(db, storyId)
  const own = eq(decidedSuggestions.personId, actor.id)
  const told = await db
    .select({
      id: decidedSuggestions.id,
      outcome: decidedSuggestions.outcome,
      author: { id: author.id, name: author.name },
      by: decider.name,
      card: decidedSuggestions.card,
      at: decidedSuggestions.at,
    })
    .from(decidedSuggestions)
    .innerJoin(author, eq(author.id, decidedSuggestions.personId))
    .leftJoin(decider, eq(decider.id, decidedSuggestions.decidedBy))
    .where(
      and(
        eq(decidedSuggestions.storyId, storyId),
        isNull(decidedSuggestions.toldAt),
        edits ? or(own, eq(decidedSuggestions.outcome, 'lost')) : own,
      ),
    )
    .orderBy(desc(decidedSuggestions.at))
    .limit(100)
  return {
    people: open.flatMap(({ id, name }) => (edits || id === actor.id ? { id, name } : [])),
    told: told.map((row) => ({ ...row, card: row.card as Card })),
  }
}

/**
 * Throws `conflict` with the list while suggestions are open that an editor does not go on without by choice.
 * @param without keys of those that he does
 * @param lead how the refusal begins
 */
export async function ensureDecided(
  on: Reader,
  storyId: string,
  without: readonly string[] = [],
  lead = 'Not published.',
): Promise<void> {
  const all = await listOpen(on, storyId)
  const open = all.flatMap(({ id, name, cards }) =>
    cards.map((card) => ({ key: keyOf(id, card), told: tellOpen(id, name, card) })),
  )
  const left = new Set(without)
  if (open.every(({ key }) => left.has(key))) return
  const count = open.length === 1 ? 'One suggestion is open.' : `${open.length} suggestions are open.`
  throw new Refusal('conflict', `${lead} ${count}`, {}, {
    code: 'suggestions',
    open: open.map(({ told }) => told),
  } satisfies SeenConflict)
}

/** As it was noted last: a second behind at most, or now in the transaction that has followed the log. */
async function listOpen(on: Reader, storyId: string) {
  const rows = await on
    .select({ id: people.id, name: people.name, open: suggestions.open })
    .from(suggestions)
    .innerJoin(people, eq(people.id, suggestions.personId))
    .where(eq(suggestions.storyId, storyId))
    .orderBy(asc(people.name))
  return rows.map(({ open, ...person }) => ({ ...person, cards: open as Card[] })).filter(({ cards }) => cards.length)
}
