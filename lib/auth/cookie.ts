import { decode } from 'next-auth/jwt'

import { authSecret, config } from '#lib/config'

import type { Actor } from './actor'
import { touchSession } from './commands/sessions'
import { findSession } from './queries'
import { tokenHash } from './tokens'

/** What next-auth seals into the cookie: the session's token and nothing else. */
export type Sealed = { token?: string }

/** `__Host-` binds the cookie to this very host; browsers allow it over https only. */
export const cookieName = () => (config().baseUrl.startsWith('https:') ? '__Host-stet-session' : 'stet-session')

/** Use is noted at most this often: a write for every click would be waste. */
const notedMs = 5 * 60_000

/** The person behind a session, as of now; undefined once it has ended. For open sockets, which check again and again. */
export async function actorOfSession(sessionId: string, now = new Date()): Promise<Actor | undefined> {
  const found = await findSession(sessionId, now)
  if (!found) return undefined
  if (now.getTime() - found.seenAt.getTime() > notedMs) await touchSession(sessionId, now)
  return found.actor
}

/** The person of a sealed cookie's value; a forged or foreign one is nobody's. */
export async function actorOfCookie(value: string | undefined): Promise<Actor | undefined> {
  const id = await sessionOf(value)
  return id ? actorOfSession(id) : undefined
}

/** The same for what a page asks by itself: no use of the session, which an open page alone does not keep up. */
export async function onlookerOfCookie(value: string | undefined): Promise<Actor | undefined> {
  const id = await sessionOf(value)
  return id ? (await findSession(id))?.actor : undefined
}

async function sessionOf(value: string | undefined): Promise<string | undefined> {
  if (!value) return undefined
  const sealed = await decode<Sealed>({ token: value, secret: authSecret(), salt: cookieName() }).catch(() => null)
  return sealed?.token && tokenHash(sealed.token)
}

/** The same from a request's `cookie` header, for the socket, where Next is not. */
export function actorFromCookies(header: string | undefined): Promise<Actor | undefined> {
  const start = `${cookieName()}=`
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
  return actorOfCookie(pair?.slice(start.length))
}
