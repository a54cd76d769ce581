import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { isRefusal, Refusal } from '#lib/errors'

import { type Cut, ensureCrops } from '../cut'
import { type bulkFields, distinct, type MediaFields, mostKeywords, tooManyKeywords } from '../fields'
import { type LoadedMedia, loadForEdit } from '../queries/load'
import { foldedOf } from '../words'
import { loadSeen, putMedia } from './put'

/**
 * Writes what is said of something of the library; what is left out stays. Where readers have it, they get it at once.
 * @param seen the version on screen
 * @returns the next version
 * @throws Refusal `not-found`, `forbidden`, `conflict` with detail `{ version, theirs }`
 */
export function editMedia(
  actor: Actor,
  id: string,
  seen: number,
  change: Partial<MediaFields>,
  now = new Date(),
): Promise<number> {
  return db.write(async (tx) => {
    const before = await loadSeen(tx, actor, id, seen)
    return writeSaid(tx, actor, before, change, now)
  })
}

/**
 * The same for where it is cut. A focus that somebody has set is no guess any more.
 * @throws Refusal `invalid` for a crop that does not fit, or of what is no picture
 */
export function cutMedia(actor: Actor, id: string, seen: number, cut: Cut, now = new Date()): Promise<number> {
  return db.write(async (tx) => {
    const { width, height } = await loadSeen(tx, actor, id, seen)
    if (!width || !height) throw new Refusal('invalid', 'Only pictures are cut.')
    ensureCrops({ width, height }, cut.crops ?? {})
    const guessed = cut.focus ? { guessed: false } : {}
    return putMedia(tx, actor, id, { ...cut, ...guessed, version: seen + 1 }, ['crop'], now)
  })
}

/** What came of one of many. */
export type Outcome = { id: string; message?: string }

/**
 * Writes the same of many; each that may not be changed says why, the others are written all the same.
 * @param change of `bulkFields` alone; keywords are added to those that are there
 */
export async function editMany(
  actor: Actor,
  ids: readonly string[],
  change: Partial<Pick<MediaFields, (typeof bulkFields)[number]>>,
  now = new Date(),
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const id of ids) {
    const outcome = await db
      .write(async (tx) => {
        const before = await loadForEdit(tx, actor, id)
        const keywords = change.keywords && withKeywords(before.keywords, change.keywords)
        await writeSaid(tx, actor, before, { ...change, ...(keywords && { keywords }) }, now)
        return { id }
      })
      .catch((error) => {
        if (!isRefusal(error)) throw error
        return { id, message: error.message }
      })
    outcomes.push(outcome)
  }
  return outcomes
}

/** @throws Refusal `invalid` for so many that nobody could save it by itself any more */
function withKeywords(before: string[], added: string[]): string[] {
  const all = distinct([...before, ...added])
  if (all.length > mostKeywords) throw new Refusal('invalid', tooManyKeywords)
  return all
}

function writeSaid(
  tx: Tx,
  actor: Actor,
  before: LoadedMedia,
  change: Partial<MediaFields>,
  now: Date,
): Promise<number> {
  const names = (Object.keys(change) as (keyof MediaFields)[]).filter((name) => !same(change[name], before[name]))
  const after = { ...before, ...change }
  const values = {
    ...Object.fromEntries(names.map((name) => [name, change[name]])),
    folded: foldedOf(after),
    fromFile: before.fromFile.filter((name) => !names.includes(name)),
    version: before.version + 1,
  }
  return putMedia(tx, actor, before.id, values, names, now)
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
