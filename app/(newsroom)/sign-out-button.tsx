'use client'

import { type FormEvent, type ReactNode, useState } from 'react'

import { forgetPerson, listOwing } from '#lib/device/leave'
import { leavePage, type Owing, tellTabs } from '#lib/device/tabs'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Notice } from '#lib/ui/notice'

import { endSessionHereAction, signOutAction } from './sign-out'

type Props = { person: string; className: string; formClass?: string; children: ReactNode }

/**
 * Ends the session and takes away what this browser keeps of the person; asks first when some of it was never sent.
 * Without scripts nothing was kept, and the form signs out by itself.
 */
export function SignOutButton({ person, className, formClass, children }: Props) {
  const [owing, setOwing] = useState<Owing[]>()
  const [failed, setFailed] = useState(false)

  async function leave(lose: boolean) {
    setFailed(!navigator.onLine)
    if (!navigator.onLine) return
    // What cannot be erased must not keep anybody signed in; it is for this person's name alone.
    await forgetPerson(person, false).catch(() => {})
    try {
      await endSessionHereAction()
    } catch {
      return setFailed(true)
    }
    // Given up only now: who is still signed in has lost nothing.
    if (lose) await forgetPerson(person, true).catch(() => {})
    tellTabs(person, lose)
    leavePage(() => location.assign('/sign-in'))
  }
  async function begin(event: FormEvent) {
    event.preventDefault()
    const found = await listOwing(person).catch(() => [])
    if (found.length) setOwing(found)
    else await leave(false)
  }
  const dialog = owing && (
    <Dialog
      title="Text on this device has not been sent"
      note="Signing out takes away what this browser keeps of your work. The text of these is nowhere else."
      onClose={() => setOwing(undefined)}
      foot={
        <>
          <Button tone="danger" onClick={() => leave(true)}>
            Sign out and lose it
          </Button>
          <Button onClick={() => leave(false)}>Sign out, keep it here</Button>
          <Button tone="primary" data-first onClick={() => setOwing(undefined)}>
            Stay signed in
          </Button>
        </>
      }
    >
      <ul className="grid gap-1.5">
        {owing.map(({ path, headline }) => (
          <li key={path}>
            <a href={path} className="text-accent underline">
              {headline}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted">
        Open one to send its text. Kept here, it waits until you sign in again in this browser; the desk shows it to
        nobody else.
      </p>
      {failed && <Failed />}
    </Dialog>
  )
  return (
    <>
      <form action={signOutAction} onSubmit={begin} className={formClass}>
        <button type="submit" className={className}>
          {children}
        </button>
        {failed && !owing && <Failed />}
      </form>
      {dialog}
    </>
  )
}

const Failed = () => <Notice title="The server was not reached: you are still signed in." />
