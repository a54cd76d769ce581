import * as Y from 'yjs'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import type { StoryText } from '#lib/story/document/changes'
import type { StoryDocument } from '#lib/story/document/nodes'
import { toDocument } from '#lib/story/document/ydoc'
import { loadLog } from '#lib/story/log/read'
import { appendUpdate } from '#lib/story/log/write'
import { forkName, readName } from '#lib/story/text-name'
import { type Card, cardsOf, saidOf } from '#lib/suggestion/cards'
import { decideSuggestions, type Seen, type Verdict } from '#lib/suggestion/commands/decide'
import { followForks } from '#lib/suggestion/commands/follow'
import { merge } from '#lib/suggestion/merge'

import { beginStory, edited } from './log'
import { newsroom, when } from './newsroom'

/**
 * A story `flood`, which Sal edits and in which two writers of its section suggest: they may, and may not edit. `desk` has
 * the newsroom as it is without that.
 */
export async function beginSuggesting() {
  const desk = await newsroom()
  await beginStory('flood')
  const kit: Actor = { ...desk.kit, role: 'writer', sections: ['river'] }
  const tom: Actor = { ...desk.tom, sections: ['river'] }
  return { desk, sal: desk.sal, kit, tom }
}

/** A text's document, as its log has it. */
export const textOf = async (name: string): Promise<StoryDocument> => toDocument(await loadLog(db, name))

/** An edit of a text as co-editing logs it; nobody is told of it yet. */
export async function typeIn(name: string, by: Actor, edit: (ydoc: Y.Doc) => void): Promise<void> {
  const ydoc = await loadLog(db, name)
  await appendUpdate({ ...readName(name), update: edited(ydoc, edit), by: by.id, at: when })
}

/** The same in a person's fork. */
export const suggest = (story: string, by: Actor, edit: (ydoc: Y.Doc) => void): Promise<void> =>
  typeIn(forkName(story, by.id), by, edit)

/** As rooms do a little after each edit. */
export const followed = (story: string) => db.write((tx) => followForks(tx, story, when))

/** What stands open for a person, as a screen shows it. */
export async function cardsFor(story: string, person: Actor): Promise<Card[]> {
  return cardsOf(merge(await textOf(story), await textOf(forkName(story, person.id))))
}

export const seenOf = (person: Actor, cards: readonly Card[]): Seen[] =>
  cards.map((card) => ({ person: person.id, card: card.id, said: saidOf(card) }))

/** Decides all that is open of a person's. */
export const decideAll = async (actor: Actor, story: string, verdict: Verdict, person: Actor) =>
  decideSuggestions(actor, story, verdict, seenOf(person, await cardsFor(story, person)), when)

/** The top-level block with this id. */
export function blockIn(ydoc: Y.Doc, id: string): Y.XmlElement {
  const found = ydoc
    .getXmlFragment('body')
    .toArray()
    .find((block) => block instanceof Y.XmlElement && block.getAttribute('id') === id)
  if (!(found instanceof Y.XmlElement)) throw new Error(`There is no block ${id}.`)
  return found
}

export const indexIn = (ydoc: Y.Doc, id: string) => ydoc.getXmlFragment('body').toArray().indexOf(blockIn(ydoc, id))

/** The first line of text in it. */
export const lineIn = (ydoc: Y.Doc, id: string) => blockIn(ydoc, id).get(0) as Y.XmlText

/** A document without the ids that only one side has. */
export const told = ({ headline, standfirst, body }: StoryText): StoryText => ({ headline, standfirst, body })
