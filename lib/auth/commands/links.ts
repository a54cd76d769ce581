import { and, eq, gt, isNull } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'

import { linkMs } from '../limits'
import { links } from '../tables'
import { newToken, tokenHash } from '../tokens'

type Purpose = (typeof links.$inferSelect)['purpose']

/**
 * Makes a one-time link; earlier ones of the same person (or the earlier welcome) no longer work.
 * @returns the token, shown once: only its hash is kept
 */
export async function makeLink(tx: Tx, purpose: Purpose, personId: string | null, now: Date): Promise<string> {
  await tx.delete(links).where(personId ? eq(links.personId, personId) : isNull(links.personId))
  const token = newToken()
  await tx
    .insert(links)
    .values({ id: tokenHash(token), purpose, personId, createdAt: now, expiresAt: new Date(now.getTime() + linkMs) })
  return token
}

/** Uses a link up. @throws Refusal `not-found` when it was used, is too old or never was */
export async function useLink(
  tx: Tx,
  token: string,
  now: Date,
): Promise<{ purpose: Purpose; personId: string | null }> {
  const [link] = await tx
    .update(links)
    .set({ usedAt: now })
    .where(and(eq(links.id, tokenHash(token)), isNull(links.usedAt), gt(links.expiresAt, now)))
    .returning({ purpose: links.purpose, personId: links.personId })
  if (!link)
    throw new Refusal('not-found', 'This link has been used, or is older than a day. Ask an admin for a new one.')
  return link
}
