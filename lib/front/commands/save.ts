import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { type SavedDraft, saveDraft } from '#lib/draft/commands/save'
import { Refusal } from '#lib/errors'
import { type FrontContent, placedIn } from '#lib/site/front/content'

import { cleanLine } from '#lib/story/document/clean'

import { shapeFault } from '../checks'
import { merge } from '../merge'
import { tidy } from '../moves'
import { loadFront } from '../queries/load'
import { type ToldStory, tellStories } from '../queries/stories'
import { putDraft } from './keep'

/** What an editor is shown who changed what a colleague has changed meanwhile: theirs, and where the two clash. */
export type FrontConflict = {
  code: 'changed'
  version: number
  theirs: FrontContent
  /** What may be told of those that theirs places. */
  stories: ToldStory[]
  clashes: string[]
  by: string | null
  at: Date | null
}

/**
 * Keeps what an editor has made of a front's draft. What a colleague has kept meanwhile in other containers, or in other
 * slots, is joined with it.
 * @param seen the version that the editor's work began from, and what that said
 * @throws Refusal `conflict` with a `FrontConflict` where both changed the same, `invalid` for a container that cannot be
 */
export function saveFront(
  actor: Actor,
  id: string,
  seen: { version: number; content: FrontContent },
  content: FrontContent,
  now = new Date(),
): Promise<SavedDraft<FrontContent>> {
  return db.write(async (tx) => {
    const front = await loadFront(tx, actor, id)
    ensureShape(content)
    return saveDraft(
      tx,
      actor,
      front,
      {
        ...{ kind: 'front', seen, mine: written(content), merge },
        put: (joined) => putDraft(tx, front, joined, actor.id, now),
        tell: async () => {
          const placed = placedIn(front.content).map(({ story }) => story)
          return { stories: await tellStories(tx, actor, placed) }
        },
      },
      now,
    )
  })
}

/** Without what no page or feed can carry, and in one way for the same front. */
const written = ({ containers }: FrontContent): FrontContent =>
  tidy({
    containers: containers.map(({ title, slots, ...container }) => ({
      ...{ id: container.id, kind: container.kind, title: cleanLine(title), source: container.source },
      slots: slots.map(
        (slot) => slot && { ...slot, headline: cleanLine(slot.headline), kicker: cleanLine(slot.kicker) },
      ),
    })),
  })

function ensureShape({ containers }: FrontContent): void {
  const fault = containers.map(shapeFault).find(Boolean)
  if (fault) throw new Refusal('invalid', fault)
  if (new Set(containers.map(({ id }) => id)).size < containers.length)
    throw new Refusal('invalid', 'Two containers have the same id.')
}
