import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'

import type { Actor } from './actor'
import { actorOfCookie, cookieName, onlookerOfCookie } from './cookie'
import { closeBrowser } from './next-auth'

/** Who is asking, in a Next request; undefined when nobody is signed in. Looked up once a render. */
export const whoIs = cache(
  async (): Promise<Actor | undefined> => actorOfCookie((await cookies()).get(cookieName())?.value),
)

/** Who has the page open that asks by itself, in a Next request: no use of the session. */
export const whoLooksOn = async (): Promise<Actor | undefined> =>
  onlookerOfCookie((await cookies()).get(cookieName())?.value)

/** Who is asking; sends everybody else to sign in. */
export async function needActor(): Promise<Actor> {
  return (await whoIs()) ?? redirect('/sign-in')
}

/** Ends the session of this browser and takes its cookie. */
export async function endOwnSession(): Promise<void> {
  await closeBrowser({ redirect: false, redirectTo: '/sign-in' })
}

/** Who is asking, when that is an admin; for everybody else signed in there is no such page. */
export async function needAdmin(): Promise<Actor> {
  const actor = await needActor()
  return actor.role === 'admin' ? actor : notFound()
}
