import { desc, eq, inArray, or } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayUseMedia } from '#lib/auth/permissions'
import { db } from '#lib/db/client'

import { bandsOf, distance, type Likeness, probesOf } from '../pixels/likeness'
import { media } from '../tables'

/** Of 64 bits so many may differ: the same picture smaller, brighter, saved anew. */
const CLOSE = 6

/** What of the library looks like something else of it, as far as the actor may see both: the closest first, ten at most. */
export async function listAlike(actor: Actor, id: string) {
  const [own] = await db
    .select({ hash: media.hash, hi: media.likeHigh, lo: media.likeLow, createdBy: media.createdBy })
    .from(media)
    .where(eq(media.id, id))
  if (!own || !mayUseMedia(actor, own)) return []
  const likeness = own.hi !== null && own.lo !== null ? { hi: own.hi, lo: own.lo } : undefined
  const near = likeness ? await nearby(likeness) : []
  const same = await db
    .select({ id: media.id, name: media.name, createdAt: media.createdAt, createdBy: media.createdBy })
    .from(media)
    .where(eq(media.hash, own.hash))
    .orderBy(desc(media.createdAt))
    .limit(10)
  const all = new Map([...same.map((row) => ({ ...row, bits: 0 })), ...near].map((row) => [row.id, row]))
  return [...all.values()]
    .filter((row) => row.id !== id && mayUseMedia(actor, row))
    .sort((a, b) => a.bits - b.bits || b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, 10)
    .map(({ id: other, name, createdAt, bits }) => ({ id: other, name, createdAt, bits }))
}

async function nearby(likeness: Likeness) {
  const [one, two, three, four] = bandsOf(likeness).map(probesOf)
  const rows = await db
    .select({
      id: media.id,
      name: media.name,
      createdAt: media.createdAt,
      createdBy: media.createdBy,
      hi: media.likeHigh,
      lo: media.likeLow,
    })
    .from(media)
    .where(
      or(
        inArray(media.like1, one ?? []),
        inArray(media.like2, two ?? []),
        inArray(media.like3, three ?? []),
        inArray(media.like4, four ?? []),
      ),
    )
  return rows.flatMap(({ hi, lo, ...row }) => {
    const bits = distance(likeness, { hi: hi ?? 0, lo: lo ?? 0 })
    return hi !== null && lo !== null && bits <= CLOSE ? [{ ...row, bits }] : []
  })
}
