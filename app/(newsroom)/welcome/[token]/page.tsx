import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Door } from '#app/(newsroom)/door'
import { findLink } from '#lib/auth/queries'
import { WelcomeForm } from './welcome-form'

export const metadata: Metadata = { title: 'Set up the newsroom' }

export default async function WelcomePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  if ((await findLink(token))?.purpose !== 'welcome') notFound()
  return (
    <Door title="Set up the newsroom">
      <p className="text-muted">You are its first admin: you add people, sections and settings.</p>
      <WelcomeForm token={token} />
    </Door>
  )
}
