import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { whoIs } from '#lib/auth/session'
import { findSettings } from '#lib/settings/queries'

import { Door } from '../door'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage() {
  if (await whoIs()) redirect('/desk')
  const { name } = await findSettings()
  return (
    <Door title={`The desk of ${name}`}>
      <SignInForm />
      <p className="text-quiet">Forgotten it? Ask an admin for a reset link. Nobody here can see your password.</p>
    </Door>
  )
}
