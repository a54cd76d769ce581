import { and, eq, isNull, lt, ne } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import { db, type Tx } from '#lib/db/client'
import { notFound } from '#lib/errors'

import type { Actor } from '../actor'
import { absoluteMs, type From } from '../limits'
import { sessions } from '../tables'
import { newToken, tokenHash } from '../tokens'

/** Opens a session. @returns the token that the cookie carries; only its hash is kept */
export async function openSession(tx: Tx, personId: string, from: From, now: Date): Promise<string> {
  const token = newToken()
  await tx.insert(sessions).values({
    id: tokenHash(token),
    personId,
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + absoluteMs),
    address: from.address,
    agent: from.agent,
  })
  await appendAudit(tx, { actorId: personId, act: 'sign-in', subject: `person:${personId}`, at: now, personal: from })
  return token
}

/** Notes that the session is in use; the caller does so at most once in some minutes. */
export async function touchSession(id: string, now: Date): Promise<void> {
  await db.write((tx) =>
    tx
      .update(sessions)
      .set({ seenAt: now })
      .where(and(eq(sessions.id, id), lt(sessions.seenAt, now))),
  )
}

/** Ends one of the actor's own sessions, the present one too. */
export async function endSession(actor: Actor, id: string, now = new Date()): Promise<void> {
  await db.write(async (tx) => {
    const [ended] = await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.id, id), eq(sessions.personId, actor.id), isNull(sessions.endedAt)))
      .returning({ id: sessions.id })
    if (!ended) throw notFound('This session')
    await appendAudit(tx, { actorId: actor.id, act: 'sign-out', subject: `person:${actor.id}`, at: now })
  })
}

/** Sign-out by the cookie's token; nothing happens when it is over already. */
export async function endSessionOfToken(token: string, now = new Date()): Promise<void> {
  await db.write(async (tx) => {
    const [ended] = await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.id, tokenHash(token)), isNull(sessions.endedAt)))
      .returning({ personId: sessions.personId })
    if (ended)
      await appendAudit(tx, { actorId: ended.personId, act: 'sign-out', subject: `person:${ended.personId}`, at: now })
  })
}

/** Ends every session of a person but `keep`. @returns how many were ended */
export async function endSessionsOf(tx: Tx, personId: string, now: Date, keep?: string): Promise<number> {
  const open = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), keep ? ne(sessions.id, keep) : undefined))
    .returning({ id: sessions.id })
  return open.length
}
