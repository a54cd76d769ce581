import { and, eq, isNull } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { foldEmail } from '#lib/people/email'
import { people } from '#lib/people/tables'

import { type From, signInLimits } from '../limits'
import { verifyPassword } from '../passwords'
import { countTry, forgetTry } from './attempts'
import { openSession } from './sessions'

const refused = () => new Refusal('forbidden', 'This e-mail address and password do not go together.')

/**
 * Signs in by e-mail address and password. An unknown or disabled account, one without a password and a wrong password
 * are told apart neither by words nor by time.
 * @returns the session's token, for the cookie
 * @throws Refusal `forbidden`; `busy` when a limit is passed
 */
export async function signIn(
  given: { email: string; password: string },
  from: From,
  now = new Date(),
): Promise<string> {
  const email = foldEmail(given.email)
  const limits = signInLimits(email, from.address)
  const refusal = await db.write((tx) => countTry(tx, limits, now))
  if (refusal) throw refusal
  const [person] = await db
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.disabledAt)))
  if (!(await verifyPassword(person?.passwordHash, given.password)) || !person?.passwordHash) throw refused()
  const known = and(eq(people.id, person.id), eq(people.passwordHash, person.passwordHash), isNull(people.disabledAt))
  return db.write(async (tx) => {
    // While the password was being checked, an admin may have disabled the account or reset the password.
    const [still] = await tx.select({ id: people.id }).from(people).where(known)
    if (!still) throw refused()
    await forgetTry(tx, limits)
    return openSession(tx, still.id, from, now)
  })
}
