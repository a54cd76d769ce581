'use server'

import { redirect } from 'next/navigation'

import { endOwnSession } from '#lib/auth/session'

export async function signOutAction() {
  await endOwnSession()
  redirect('/sign-in')
}
