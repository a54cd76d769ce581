'use server'

import { redirect } from 'next/navigation'

import { endOwnSession } from '#lib/auth/session'

export async function signOutAction() {
  await endOwnSession()
  redirect('/sign-in')
}

/** The same for a page that has yet to take away what its browser keeps, and then goes by itself. */
export async function endSessionHereAction() {
  await endOwnSession()
}
