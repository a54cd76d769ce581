import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'
import { findShown } from '#lib/publication/queries'
import { findRevision, fingerprint } from '#lib/publication/revisions'

import type { By, Noun } from '../noun'
import type { DraftRef } from '../ref'
import { type Begun, type SavedDraft, saveDraft } from './save'
import { endPublication, type Hour, notScheduled, scheduleDraft } from './schedule'
import { ensureSeen } from './seen'

/** What an editor acts on: the version of the draft on screen. */
export type Seen = { version: number }

/** A kept revision, as it was kept. */
export type Pinned = { id: number; schema: number; content: unknown }

export type DraftCommands<Content> = ReturnType<typeof draftCommands<Content>>

const notPublished = 'Not published.'

/** What editors do with fronts, pages and menus alike, for one of them; each is one transaction. */
export function draftCommands<Content>(noun: Noun<Content>) {
  const refOf = (id: string): DraftRef => `${noun.kind}:${id}`

  /** Keeps what the editor sees as a revision, so that it is that which readers get, now or at an hour. */
  async function approve(tx: Tx, actor: Actor, id: string, seen: Seen, at: Date, lead = notPublished) {
    const draft = await noun.load(tx, actor, id)
    await ensureSeen(tx, noun.kind, draft, seen, lead)
    const by = { by: actor.id, at }
    const content = noun.until?.(draft.content, at) ?? draft.content
    const says = content === draft.content ? draft.fingerprint : fingerprint(content)
    const stays = says === draft.fingerprint && draft.version > 0
    const version = stays ? draft.version : await noun.put(tx, draft, content, by)
    return { version, says, revision: await noun.keep(tx, id, content, by) }
  }

  async function ensureReady(tx: Tx, id: string, content: Content, at: Date, lead = notPublished) {
    const problems = await noun.faults(tx, id, content, at)
    if (problems.length)
      throw new Refusal('rule', `${lead} ${problems.map(({ message }) => message).join(' ')}`, {}, { problems })
  }

  return {
    noun,

    /**
     * Keeps what an editor has made of the draft. What a colleague has kept meanwhile elsewhere in it is joined with it.
     * @throws Refusal `conflict` with what stands where both changed the same, `invalid` for what cannot be
     */
    save: (actor: Actor, id: string, seen: Begun<Content>, content: Content, now = new Date()) =>
      db.write(async (tx): Promise<SavedDraft<Content>> => {
        const draft = await noun.load(tx, actor, id)
        return saveDraft(tx, actor, noun, draft, { seen, mine: noun.written(id, content) }, now)
      }),

    /**
     * Gives readers what the editor sees of the draft; what waited to give them just that is off.
     * @returns its place in the publication log, the number of the revision that readers now have, and the draft's version
     * @throws Refusal `conflict` where the draft says something else by now, `rule` where something is wrong with it, or
     *   readers have all of it
     */
    publish: (actor: Actor, id: string, seen: Seen, now = new Date()) =>
      db.write(async (tx) => {
        const { version, says, revision } = await approve(tx, actor, id, seen, now)
        await ensureReady(tx, id, revision.content, now)
        const shown = await findShown(tx, noun.kind, id)
        if (shown?.fingerprint === says && !(await noun.shows?.(tx, id, revision.content)))
          throw new Refusal('rule', 'Readers have all of this already.')
        const by = { by: actor.id, at: now }
        const seq = await noun.give(tx, id, revision, by)
        await endPublication(tx, refOf(id), { reason: 'published by hand', ...by }, revision.id)
        return { seq, revision: revision.number, version }
      }),

    /**
     * Has readers get, at an hour to come, what the editor sees of the draft now.
     * @returns the schedule's id, the number of the revision that it pins, and the draft's version
     * @throws Refusal as `scheduleDraft`; `conflict` where the draft says something else by now; `rule` where something is
     *   wrong with it, or will be then
     */
    schedule: (actor: Actor, id: string, seen: Seen, hour: Hour, now = new Date()) =>
      db.write(async (tx) => {
        const { version, revision } = await approve(tx, actor, id, seen, now, notScheduled)
        const schedule = await scheduleDraft(tx, actor, refOf(id), revision.id, hour, now)
        await ensureReady(tx, id, revision.content, hour.at, notScheduled)
        return { id: schedule, revision: revision.number, version }
      }),

    /**
     * Gives readers what was pinned, for who pinned it, in the caller's transaction, whether or not the draft says something
     * else by now.
     * @returns its place in the publication log
     * @throws Refusal where something is wrong with it by now
     */
    async publishPinned(tx: Tx, id: string, pinned: Pinned, by: { by: string; at: Date }): Promise<number> {
      const said = noun.lift(pinned.content, pinned.schema)
      const content = noun.until?.(said, by.at) ?? said
      await ensureReady(tx, id, content, by.at)
      const whole = content === said || fingerprint(content) === fingerprint(said)
      const revision = whole ? { id: pinned.id, content } : await noun.keep(tx, id, content, by)
      return noun.give(tx, id, revision, by)
    },

    /**
     * Makes the draft say again what an earlier revision says; what stood is kept as a revision. Readers get nothing of it
     * yet.
     * @param number of the revision
     * @returns the draft's version and content
     */
    restore: (actor: Actor, id: string, number: number, seen: Seen, now = new Date()) =>
      db.write(async (tx): Promise<{ version: number; content: Content }> => {
        const draft = await noun.load(tx, actor, id)
        await ensureSeen(tx, noun.kind, draft, seen, 'Not restored.')
        const kept = await findRevision(tx, noun.kind, id, number)
        if (!kept) throw notFound('This revision')
        const content = noun.lift(kept.content, kept.schema)
        if (kept.fingerprint === draft.fingerprint) return { version: draft.version, content }
        const stood: By = { by: draft.editedBy, at: draft.editedAt ?? now }
        if (draft.version > 0) await noun.keep(tx, id, draft.content, stood)
        const version = await noun.put(tx, draft, content, { by: actor.id, at: now })
        const detail = { restored: kept.id }
        await appendAudit(tx, { actorId: actor.id, act: 'restore', subject: refOf(id), detail, at: now })
        return { version, content }
      }),
  }
}
