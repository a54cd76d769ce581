import { draftCommands } from '#lib/draft/commands/of-noun'
import type { Noun } from '#lib/draft/noun'
import { Refusal } from '#lib/errors'
import { same } from '#lib/same'
import { type FrontContent, placedIn, withoutEnded } from '#lib/site/front/content'
import { cleanLine } from '#lib/story/document/clean'

import { frontProblems, isMust, shapeFault } from '../checks'
import { merge } from '../merge'
import { tidy } from '../moves'
import { findAbout } from '../queries/about'
import { loadAny, loadFront } from '../queries/load'
import { findShown } from '../queries/shown'
import { type ToldStory, tellStories } from '../queries/stories'
import { giveFront, withheldOf } from './give'
import { keepFront, putFront } from './keep'

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

/** Pins that have ended are let go when it is published, there and in the draft. */
const front: Noun<FrontContent> = {
  kind: 'front',
  load: loadFront,
  lift: (content) => content as FrontContent,
  written: (_, content) => written(ensureShape(content)),
  merge,
  tell: async (tx, actor, theirs) => {
    const placed = placedIn(theirs).map(({ story }) => story)
    return { stories: await tellStories(tx, actor, placed) }
  },
  until: (content, at) => tidy(withoutEnded(content, at)),
  faults: async (tx, id, content, at) => {
    await loadAny(tx, id) // what it is of may be gone by its hour
    return frontProblems(content, await findAbout(tx, id, content), at).filter(isMust)
  },
  shows: async (tx, id, content) => !same((await findShown(tx, id))?.withheld, await withheldOf(tx, content)),
  keep: keepFront,
  put: putFront,
  give: giveFront,
}

export const frontCommands = draftCommands(front)
export const { save: saveFront, publish: publishFront, schedule: scheduleFront, restore: restoreFront } = frontCommands

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

function ensureShape(content: FrontContent): FrontContent {
  const { containers } = content
  const fault = containers.map(shapeFault).find(Boolean)
  if (fault) throw new Refusal('invalid', fault)
  if (new Set(containers.map(({ id }) => id)).size < containers.length)
    throw new Refusal('invalid', 'Two containers have the same id.')
  return content
}
