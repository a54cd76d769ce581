import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import { makeLink, useLink } from '#lib/auth/commands/links'
import { findPasswordFault, hashPassword } from '#lib/auth/passwords'
import { findLink } from '#lib/auth/queries'
import type { Config } from '#lib/config'
import { db } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'

import { foldEmail } from '../email'
import { hasAdmin } from '../queries'
import { people } from '../tables'
import { insertPerson } from './insert'

/**
 * At every start: when there is no admin, makes the one that the settings name, or a one-time link to set one up.
 * @returns the link's path, a fresh one each time; undefined when there is an admin
 */
export async function ensureFirstAdmin(
  { firstAdmin }: Pick<Config, 'firstAdmin'>,
  now = new Date(),
): Promise<string | undefined> {
  const passwordHash = firstAdmin && (await hashPassword(firstAdmin.password))
  return db.write(async (tx) => {
    if (await hasAdmin(tx)) return undefined
    if (!firstAdmin) return `/welcome/${await makeLink(tx, 'welcome', null, now)}`
    const email = foldEmail(firstAdmin.email)
    const admin = { role: 'admin', passwordHash, disabledAt: null } as const
    const [known] = await tx.update(people).set(admin).where(eq(people.email, email)).returning({ id: people.id })
    if (known) await appendAudit(tx, { actorId: null, act: 'make-admin', subject: `person:${known.id}`, at: now })
    else await insertPerson(tx, { name: nameOf(email), email, role: 'admin', sections: 'all', passwordHash }, null, now)
    return undefined
  })
}

/** Makes the first admin by the welcome link, which works once and only while there is none. */
export async function welcomeAdmin(
  token: string,
  given: { name: string; email: string; password: string },
  now = new Date(),
) {
  const { name, email, password } = given
  const wrong = findPasswordFault(password, [name, email])
  if (wrong) throw new Refusal('invalid', 'The password is not set.', { password: wrong })
  // Before the password is hashed: that is dear, and anybody may try a link.
  if ((await findLink(token, now))?.purpose !== 'welcome') throw notFound('This page')
  const passwordHash = await hashPassword(password)
  await db.write(async (tx) => {
    const { purpose } = await useLink(tx, token, now)
    if (purpose !== 'welcome' || (await hasAdmin(tx))) throw notFound('This page')
    await insertPerson(tx, { name, email, role: 'admin', sections: 'all', passwordHash }, null, now)
  })
}

/** A name to begin with, from the address: `petra.kell@…` is Petra Kell. */
const nameOf = (email: string) =>
  (email.split('@')[0] ?? '')
    .split(/[._-]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
