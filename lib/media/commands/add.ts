import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { newId } from '#lib/id'

import { loadForEdit } from '../queries/load'
import { media } from '../tables'
import { insertMedia } from './insert'
import { nudgeUsers } from './nudge-users'
import { settleMedia, updateShown } from './show'
import { expectFile, keepFile, sweepFile } from './sweep'
import { type Incoming, type TakenIn, type Tools, takeIn } from './take-in'

/**
 * Puts a file into the library, for the whole desk; everybody who is signed in may. What the file says of itself fills
 * the fields. Nothing is cleared by that.
 * @param id its own from now on: a second call with the same one makes nothing more
 * @throws Refusal with what is wrong with the file
 */
export async function addMedia(
  actor: Actor,
  id: string,
  incoming: Incoming,
  tools: Tools,
  now = new Date(),
): Promise<void> {
  if (await db.$count(media, eq(media.id, id))) return
  const file = newId()
  const { said, fromFile, ...taken } = await arrive(incoming, file, tools, now)
  const arrived = { ...taken, id, file, said: { name: incoming.name, ...said }, fromFile }
  await db.write((tx) => insertMedia(tx, arrived, actor.id, now))
}

/**
 * Puts another file in the place of the one that is there, with the same id: stories show it at once where readers have
 * it, and the old addresses lead to the new ones. What is said of it stays; the crops that were drawn go.
 * @param seen the version on screen
 * @param file where the new one lies in the store: a second call with the same place replaces nothing more
 * @returns the next version
 * @throws Refusal as `addMedia`, `invalid` for a file of another kind, `conflict`
 */
export async function replaceMedia(
  actor: Actor,
  id: string,
  seen: number,
  file: string,
  incoming: Incoming,
  tools: Tools,
  now = new Date(),
): Promise<number> {
  const there = await loadForEdit(db, actor, id)
  if (there.file === file) return there.version
  ensureSame(there, seen)
  const { said: _, fromFile: __, ...taken } = await arrive(incoming, file, tools, now)
  return db.write(async (tx) => {
    const before = ensureSame(await loadForEdit(tx, actor, id), seen)
    if (before.kind !== taken.kind)
      throw new Refusal(
        'invalid',
        'Its place is taken by another of its kind: a picture by a picture, a film by a film.',
      )
    await keepFile(tx, file)
    const version = before.version + 1
    await tx
      .update(media)
      .set({ ...none, ...taken, file, crops: {}, guessed: true, version })
      .where(eq(media.id, id))
    await sweepFile(tx, before.file, now)
    await appendAudit(tx, { actorId: actor.id, act: 'replace-media', subject: `media:${id}`, at: now })
    await updateShown(tx, id, actor.id, now)
    await settleMedia(tx, [id], actor.id, now)
    await nudgeUsers(tx, id, now)
    return version
  })
}

/** Of a picture that is nearly flat nothing is known that another could look like. */
const none = { likeHigh: null, likeLow: null, like1: null, like2: null, like3: null, like4: null }

function ensureSame<Row extends { version: number }>(row: Row, seen: number): Row {
  if (row.version === seen) return row
  throw new Refusal('conflict', 'Somebody else changed this meanwhile. The file was not replaced.')
}

/** Into the store; should this end half-way, what is there goes again by itself. */
async function arrive(incoming: Incoming, file: string, tools: Tools, now: Date): Promise<TakenIn> {
  await expectFile(file, now)
  try {
    return await takeIn(incoming, file, tools)
  } catch (error) {
    await db.write((tx) => sweepFile(tx, file, now))
    throw error
  }
}
