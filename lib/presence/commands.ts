import { and, eq, lt, notInArray } from 'drizzle-orm'

import { db, type Tx } from '#lib/db/client'
import { readName } from '#lib/story/text-name'

import { type Caret, presences } from './tables'

/** One person in one room at one process. */
export type Here = { room: string; personId: string; carets: Caret[] }

/** Writes who is in the rooms of a process now, and that they are; whoever is no longer among them has left. */
export function setPresent(process: string, here: readonly Here[], now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const rooms = [...new Set(here.map(({ room }) => room))]
    await tx
      .delete(presences)
      .where(and(eq(presences.process, process), rooms.length ? notInArray(presences.room, rooms) : undefined))
    for (const room of rooms) {
      const people = here.filter((one) => one.room === room).map(({ personId }) => personId)
      await tx
        .delete(presences)
        .where(and(eq(presences.process, process), eq(presences.room, room), notInArray(presences.personId, people)))
    }
    for (const one of here) await put(tx, process, one, now)
  })
}

/** Moved carets, in a commit shared with whoever is typing. */
export const moveCarets = (process: string, moved: readonly Here[], now = new Date()): Promise<void> =>
  db.append(async (tx) => {
    for (const one of moved) await put(tx, process, one, now)
  })

async function put(tx: Pick<Tx, 'insert'>, process: string, { room, personId, carets }: Here, at: Date) {
  await tx
    .insert(presences)
    .values({ process, room, storyId: readName(room).storyId, personId, carets, at })
    .onConflictDoUpdate({
      target: [presences.process, presences.room, presences.personId],
      set: { carets, at },
    })
}

const keptMs = 3_600_000

/** Deletes what processes left behind that ended without a word. */
export async function forgetGone(tx: Tx, now: Date): Promise<void> {
  await tx.delete(presences).where(lt(presences.at, new Date(now.getTime() - keptMs)))
}
