import type { Actor } from '#lib/auth/actor'
import { may, type Subject } from '#lib/auth/permissions'
import { notFound, Refusal } from '#lib/errors'

import type { Step } from './steps'

/** The moves between the steps of the workflow, as data. */
const moves = {
  handIn: { from: ['draft'], to: 'review', by: 'writers' },
  sendBack: { from: ['review', 'ready'], to: 'draft', by: 'editors' },
  markReady: { from: ['draft', 'review'], to: 'ready', by: 'editors' },
} as const satisfies Record<string, { from: readonly Step[]; to: Step; by: 'writers' | 'editors' }>

export type Move = keyof typeof moves

/** What a move needs to know of a story. */
export type Placed = Subject & { step: Step; spikedAt: Date | null }

/** Whether the actor judges the story as an editor: of its section, or of any while it has none. */
export const mayJudge = (actor: Actor, story: Subject) =>
  may(actor, 'publish', story) || (actor.role === 'editor' && story.sectionId === null)

const mayMove = (actor: Actor, move: Move, story: Subject) =>
  moves[move].by === 'editors' ? mayJudge(actor, story) : may(actor, 'edit', story)

/** The moves that the actor may make now, for the screen. */
export const movesOf = (actor: Actor, story: Placed): Move[] =>
  (Object.keys(moves) as Move[]).filter(
    (move) => !story.spikedAt && mayMove(actor, move, story) && isFrom(move, story.step),
  )

/** The move that leads to the very next step, when the actor may make it. */
export const nextMove = (actor: Actor, story: Placed): Move | undefined =>
  movesOf(actor, story).find((move) => moves[move].to === following[story.step])

const following: Record<Step, Step | undefined> = { draft: 'review', review: 'ready', ready: undefined }

/**
 * The step that a move leads to.
 * Throws `not-found` where read fails, `forbidden` when the move is not the actor's, `rule` when the step is not its start.
 */
export function stepAfter(actor: Actor, move: Move, story: Placed): Step {
  if (!may(actor, 'read', story)) throw notFound('This story')
  if (!mayMove(actor, move, story))
    throw new Refusal(
      'forbidden',
      moves[move].by === 'editors'
        ? 'Only editors of its section do this.'
        : 'Only its writers and editors hand in this story.',
    )
  ensureNotSpiked(story)
  if (!isFrom(move, story.step)) throw new Refusal('rule', refusals[story.step])
  return moves[move].to
}

export function ensureNotSpiked(story: { spikedAt: Date | null }): void {
  if (story.spikedAt) throw new Refusal('rule', 'This story is spiked. Restore it first.')
}

const isFrom = (move: Move, step: Step) => (moves[move].from as readonly Step[]).includes(step)

const refusals: Record<Step, string> = {
  draft: 'This story is still a draft.',
  review: 'This story is already in review.',
  ready: 'This story is already ready.',
}
