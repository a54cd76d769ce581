import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { conflict, Refusal } from '#lib/errors'
import { namesOf } from '#lib/people/queries'
import { fingerprint } from '#lib/publication/revisions'
import { type FrontContent, placedIn } from '#lib/site/front/content'

import { cleanNote } from '#lib/story/document/clean'

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

export type SavedFront = {
  version: number
  content: FrontContent
  /** Who else had changed it meanwhile, where what both did was joined. */
  joined?: string
}

/** After so long without an edit, who goes on is written down anew: 10 minutes. */
const SPELL = 10 * 60_000

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
): Promise<SavedFront> {
  return db.write(async (tx) => {
    const front = await loadFront(tx, actor, id)
    ensureShape(content)
    const name = front.editedBy ? (await namesOf(tx, [front.editedBy])).get(front.editedBy) : undefined
    const moved = front.version !== seen.version
    const mine = written(content)
    const joined = moved ? merge(seen.content, mine, front.content) : { content: mine, clashes: [] }
    if (joined.clashes.length) {
      const { version, content: theirs, editedAt: at } = front
      const placed = placedIn(theirs).map(({ story }) => story)
      const stories = await tellStories(tx, actor, placed)
      const { clashes } = joined
      const detail: FrontConflict = { code: 'changed', version, theirs, stories, clashes, by: name ?? null, at }
      throw conflict(`${name ?? 'Stet'} has changed the same here meanwhile. Choose what stands.`, detail)
    }
    const told = moved ? { joined: name ?? 'Stet' } : {}
    if (fingerprint(joined.content) === front.fingerprint)
      return { version: front.version, content: front.content, ...told }
    const version = await putDraft(tx, front, joined.content, actor.id, now)
    const goesOn = front.editedBy === actor.id && now.getTime() - (front.editedAt?.getTime() ?? 0) < SPELL
    if (!goesOn) await appendAudit(tx, { actorId: actor.id, act: 'edit', subject: `front:${id}`, at: now })
    return { version, content: joined.content, ...told }
  })
}

const line = (typed: string) => cleanNote(typed).replace(/\s+/g, ' ')

/** Without what no page or feed can carry, and in one way for the same front. */
const written = ({ containers }: FrontContent): FrontContent =>
  tidy({
    containers: containers.map(({ title, slots, ...container }) => ({
      ...{ id: container.id, kind: container.kind, title: line(title), source: container.source },
      slots: slots.map((slot) => slot && { ...slot, headline: line(slot.headline), kicker: line(slot.kicker) }),
    })),
  })

function ensureShape({ containers }: FrontContent): void {
  const fault = containers.map(shapeFault).find(Boolean)
  if (fault) throw new Refusal('invalid', fault)
  if (new Set(containers.map(({ id }) => id)).size < containers.length)
    throw new Refusal('invalid', 'Two containers have the same id.')
}
