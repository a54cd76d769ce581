import type { Metadata } from 'next'

import { nameOfRole } from '#app/(newsroom)/admin/people/roles'
import { browserOf } from '#lib/auth/agent'
import { listSessions } from '#lib/auth/queries'
import { needActor } from '#lib/auth/session'
import { listSections } from '#lib/section/queries'
import { findSettings } from '#lib/settings/queries'
import { whenZonedIn } from '#lib/settings/time'

import { Frame } from '../frame'
import { SignOutButton } from '../sign-out-button'
import { PasswordForm } from './password-form'
import { SessionList } from './session-list'
import { TypingForm } from './typing-form'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const actor = await needActor()
  const { timezone } = await findSettings()
  const given = (await listSections()).filter(({ id }) => actor.sections.includes(id)).map(({ name }) => name)
  const now = new Date()
  const when = (at: Date) => whenZonedIn(at, timezone, now)
  const sessions = (await listSessions(actor, now)).map((session) => ({
    id: session.id,
    current: session.current,
    browser: browserOf(session.agent),
    address: session.address,
    since: when(session.createdAt),
    seen: when(session.seenAt),
  }))
  return (
    <Frame at="account" title="Account">
      <div className="grid max-w-[560px] content-start gap-7 px-4 py-5">
        <section className="grid gap-1">
          <h2 className="text-title font-semibold">{actor.name}</h2>
          <p>
            {nameOfRole(actor.role)}, {actor.sections === 'all' ? 'all sections' : given.join(', ') || 'no section'}
          </p>
          <p className="text-muted">An admin changes your name, role and sections.</p>
          <SignOutButton person={actor.id} formClass="phone:hidden" className="min-h-11 text-accent underline">
            Sign out
          </SignOutButton>
        </section>
        <section className="grid gap-3">
          <h2 className="text-title font-semibold">Writing on this device</h2>
          <TypingForm person={actor.id} />
        </section>
        <section className="grid gap-3">
          <h2 className="text-title font-semibold">Password</h2>
          <PasswordForm />
        </section>
        <section className="grid gap-3">
          <h2 className="text-title font-semibold">Where you are signed in</h2>
          <SessionList sessions={sessions} />
        </section>
      </div>
    </Frame>
  )
}
