import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { whoIs } from '#lib/auth/session'
import { findSettings } from '#lib/settings/queries'
import { Notice } from '#lib/ui/notice'

import { Door } from '../door'
import { Forget } from './forget'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

/** `?ready`: a password has just been set. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ ready?: string }> }) {
  if (await whoIs()) redirect('/desk')
  const { ready } = await searchParams
  const { name } = await findSettings()
  return (
    <Door title={`The desk of ${name}`}>
      {ready !== undefined && <Notice tone="good" title="Your password is set. Sign in with it." />}
      <SignInForm />
      <Forget />
      <p className="text-quiet">Forgotten it? Ask an admin for a reset link. Nobody here can see your password.</p>
    </Door>
  )
}
