import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Door } from '#app/(newsroom)/door'
import { findLink } from '#lib/auth/queries'
import { SetPasswordForm } from './set-password-form'

export const metadata: Metadata = { title: 'Set your password' }

export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await findLink(token)
  if (!link?.email) notFound()
  return (
    <Door title={link.purpose === 'invite' ? `Welcome, ${link.name}` : 'Set a new password'}>
      <p className="text-muted">
        {link.purpose === 'invite'
          ? 'Choose the password that you will sign in with.'
          : 'Setting it signs you out everywhere.'}
      </p>
      <SetPasswordForm token={token} email={link.email} />
    </Door>
  )
}
