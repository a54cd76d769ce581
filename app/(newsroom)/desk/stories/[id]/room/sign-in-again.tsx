'use client'

import { useEffect, useRef } from 'react'

import { Button, buttonClass } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

import { textPlace } from '../text-place'
import { type Connected, useMoving } from './use-room'

/** Over the text when the session has ended; the text stays where it is. */
export function SignInAgain({ room, onSignedIn }: { room: Connected; onSignedIn: () => void }) {
  const place = useMoving(room, (now) => now.place)
  const left = useRef(false)
  const done = useRef(onSignedIn)
  done.current = onSignedIn
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && left.current) done.current()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return (
    <Dialog
      title="Not saved: sign in again"
      note={`Your session has ended. ${textPlace[place]}`}
      onClose={onSignedIn}
      foot={
        <>
          <Button onClick={onSignedIn}>I have signed in</Button>
          <a
            href="/sign-in"
            target="_blank"
            rel="noopener opener"
            onClick={() => {
              left.current = true
            }}
            className={buttonClass('primary')}
          >
            Sign in again
          </a>
        </>
      }
    >
      <p>Sign in in the tab that opens, then come back to this one. What you have not sent goes up by itself.</p>
    </Dialog>
  )
}
