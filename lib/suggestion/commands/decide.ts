import type * as Y from 'yjs'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { newId } from '#lib/id'
import { followLog } from '#lib/story/commands/follow-log'
import { nudge } from '#lib/story/commands/nudge'
import type { StoryText } from '#lib/story/document/changes'
import { toDocument } from '#lib/story/document/ydoc'
import { ensureNotHeld } from '#lib/story/hold'
import { insertServerEdit } from '#lib/story/log/write'
import { loadStory } from '#lib/story/queries/load'
import { ensureNotSpiked } from '#lib/story/workflow'

import { type Card, saidOf } from '../cards'
import { applied, isHunk, merge, placeOf } from '../merge'
import { catchUpWith, editStory, settle } from '../settle'
import { stands } from '../substitute'
import { decidedSuggestions } from '../tables'
import { followForks, note, type OpenFork, openForks, unknown } from './follow'

/** A suggestion as it was on the screen of who decides. */
export type Seen = { person: string; card: string; said: string }

/** `take-back` is the author's own. */
export type Verdict = 'accept' | 'reject' | 'take-back'

/**
 * Accepts or rejects suggestions, all of those given or none: the accepted go into the story as an edit of the actor's,
 * and the forks follow.
 * @returns ids of the decisions, to undo them by
 * @throws Refusal `conflict` when one is not open any more just so
 */
export function decideSuggestions(
  actor: Actor,
  storyId: string,
  verdict: Verdict,
  seen: readonly Seen[],
  now = new Date(),
): Promise<{ decided: string[] }> {
  return db.write(async (tx) => {
    const subject = await loadStory(tx, storyId)
    ensure(actor, verdict === 'take-back' ? 'suggest' : 'edit', subject)
    if (verdict === 'take-back' && seen.some(({ person }) => person !== actor.id))
      throw new Refusal('forbidden', 'Only who made a suggestion takes it back.')
    ensureNotSpiked(subject)
    if (verdict !== 'take-back') ensureNotHeld(actor, subject, now)
    const { story, forks } = await openForks(tx, storyId, now)
    const chosen = forks.flatMap((fork) => {
      const cards = cardsSeen(
        fork,
        seen.filter(({ person }) => person === fork.person),
      )
      return cards.length ? [{ fork, cards }] : []
    })
    if (chosen.flatMap(({ cards }) => cards).length !== seen.length) throw changed()
    if (verdict === 'accept') await accept(tx, { actor, storyId, story, chosen, now })
    for (const { fork, cards } of chosen) await followDecision(tx, { storyId, story, fork, cards, now })
    if (verdict === 'accept') await followLog(tx, storyId)
    else await followForks(tx, storyId, now)
    await nudge(tx, storyId, 'suggestions', now)
    if (verdict === 'take-back') return { decided: [] }
    const decided = chosen.flatMap(({ fork, cards }) =>
      cards.map((card) => ({ id: newId(), person: fork.person, card })),
    )
    const outcome = verdict === 'accept' ? 'accepted' : 'rejected'
    for (const { id, person, card } of decided)
      await tx
        .insert(decidedSuggestions)
        .values({ id, storyId, personId: person, outcome, card, decidedBy: actor.id, at: now })
    await appendAudit(tx, {
      actorId: actor.id,
      act: verdict === 'accept' ? 'accept-suggestions' : 'reject-suggestions',
      subject: `story:${storyId}`,
      detail: { people: [...new Set(decided.map(({ person }) => person))], count: decided.length },
      at: now,
    })
    return { decided: decided.map(({ id }) => id) }
  })
}

type Chosen = { fork: OpenFork; cards: Card[] }

const changed = () =>
  new Refusal('conflict', 'This suggestion has changed meanwhile, or was decided. Read it as it is now.')

function cardsSeen({ open }: OpenFork, seen: readonly Seen[]): Card[] {
  return seen.map(({ card: id, said }) => {
    const card = open.find((one) => one.id === id)
    if (!card || saidOf(card) !== said) throw changed()
    return card
  })
}

type Acceptance = { actor: Actor; storyId: string; story: Y.Doc; chosen: Chosen[]; now: Date }

/** One person's after another's: each is laid over the story as it is by then, so that two in one block both stand. */
async function accept(tx: Tx, { actor, storyId, story, chosen, now }: Acceptance) {
  for (const { fork, cards } of chosen) {
    catchUpWith(fork.ydoc, story)
    const places = placesOf(cards)
    const entries = merge(toDocument(story), toDocument(fork.ydoc))
    const wanted = applied(entries, (entry) => places.has(placeOf(entry)))
    const open = new Set(entries.filter(isHunk).map(placeOf))
    if (cards.some((card) => isGone(card, open, wanted))) throw apart()
    const update = editStory(story, wanted)
    await insertServerEdit(tx, { storyId, update, by: actor.id, at: now })
  }
}

/** Another's suggestion that was accepted before it has replaced what it stood in. */
const isGone = ({ hunks }: Card, open: ReadonlySet<string>, wanted: StoryText) =>
  !hunks.some((hunk) => open.has(placeOf(hunk))) && !stands(wanted, hunks, 'is')

const apart = () =>
  new Refusal('conflict', 'Two people suggest different things for one paragraph. Decide these one by one.')

type Decision = { storyId: string; story: Y.Doc; fork: OpenFork; cards: Card[]; now: Date }

/** In the fork, an accepted place says what the story says now, and so does a rejected one; the others stay open. */
async function followDecision(tx: Tx, { storyId, story, fork, cards, now }: Decision) {
  const update = settle(fork.ydoc, story, placesOf(cards), 'own')
  await insertServerEdit(tx, { storyId, fork: fork.person, update, by: null, at: now })
  const open = fork.open.filter((card) => !cards.includes(card))
  await note(tx, storyId, { ...fork, open }, unknown, now)
}

const placesOf = (cards: readonly Card[]) => new Set(cards.flatMap(({ hunks }) => hunks.map(placeOf)))
