import { and, eq, isNull } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { countTry, forgetTries, forgetTry } from '#lib/auth/commands/attempts'
import { useLink } from '#lib/auth/commands/links'
import { endSessionsOf } from '#lib/auth/commands/sessions'
import { type From, signInLimits } from '#lib/auth/limits'
import { findPasswordFault, hashPassword, verifyPassword } from '#lib/auth/passwords'
import { findLink } from '#lib/auth/queries'
import { db } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'

import { people } from '../tables'

const fault = (field: string, message: string) =>
  new Refusal('invalid', 'The password is not set.', { [field]: message })

/** Changes one's own password and ends one's other sessions. Tries count as those of signing in do. */
export async function changeOwnPassword(
  actor: Actor,
  given: { current: string; next: string },
  from: From,
  now = new Date(),
) {
  const [person] = await db
    .select({ email: people.email, name: people.name, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, actor.id))
  if (!person?.passwordHash) throw notFound('This account')
  const limits = signInLimits(person.email, from.address)
  const refusal = await db.write((tx) => countTry(tx, limits, now))
  if (refusal) throw refusal
  if (!(await verifyPassword(person.passwordHash, given.current))) throw fault('current', 'This is not your password.')
  const wrong = findPasswordFault(given.next, [person.email, person.name])
  if (wrong) throw fault('next', wrong)
  const passwordHash = await hashPassword(given.next)
  await db.write(async (tx) => {
    await forgetTry(tx, limits)
    const [changed] = await tx
      .update(people)
      .set({ passwordHash })
      .where(
        and(eq(people.id, actor.id), eq(people.passwordHash, person.passwordHash ?? ''), isNull(people.disabledAt)),
      )
      .returning({ id: people.id })
    if (!changed) throw new Refusal('conflict', 'The password was changed meanwhile. Sign in again.')
    const sessions = await endSessionsOf(tx, actor.id, now, actor.sessionId)
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'change-password',
      subject: `person:${actor.id}`,
      detail: { sessions },
      at: now,
    })
  })
}

/** Sets a password by a one-time link, uses the link up and ends every session of the person. */
export async function setPasswordByLink(token: string, password: string, from: From, now = new Date()): Promise<void> {
  const link = await findLink(token, now)
  // Before a password is hashed: that is dear, and anybody may try a link.
  if (!link || link.purpose === 'welcome') throw notFound('This link')
  const wrong = findPasswordFault(password, [link.email ?? '', link.name ?? ''])
  if (wrong) throw fault('password', wrong)
  const passwordHash = await hashPassword(password)
  await db.write(async (tx) => {
    const { purpose, personId } = await useLink(tx, token, now)
    const [person] = await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.id, personId ?? ''), isNull(people.disabledAt)))
      .returning({ id: people.id, email: people.email })
    if (!person) throw notFound('This account')
    const { here, account } = signInLimits(person.email, from.address)
    await forgetTries(tx, [here, account])
    const sessions = await endSessionsOf(tx, person.id, now)
    const detail = { by: purpose, sessions }
    await appendAudit(tx, { actorId: person.id, act: 'set-password', subject: `person:${person.id}`, detail, at: now })
  })
}
