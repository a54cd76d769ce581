'use client'

import { useEffect, useState } from 'react'

import { useAct } from '#app/(newsroom)/use-act'
import { Button } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

import { handBackAction } from '../actions'
import type { StoryProps } from '../props'
import type { Editors } from '../text/use-editors'
import { textOf } from '../text/use-text'
import { textPlace } from '../text-place'
import { useCopy } from './use-copy'
import { type Connected, useMoving } from './use-room'

type HoldProps = {
  story: StoryProps
  room: Connected
  editors: Editors | null
  onSignedOut: () => void
}

/** Who has taken the story over and why; to the others, what became of what they typed last. */
export function HoldNotice({ story, room, editors, onSignedOut }: HoldProps) {
  const { hold } = story
  const place = useMoving(room, (now) => now.place)
  const unsent = useSettled(useMoving(room, (now) => now.readOnly && now.owes))
  const [copied, copy] = useCopy()
  const { run, state } = useAct({ onClose: () => {}, onState: (now) => now?.signedOut && onSignedOut() })
  if (!hold) return null
  if (hold.mine)
    return (
      <Notice tone="good" title="You have taken over this story">
        <p>Nobody else writes in it until you hand it back.</p>
        <p className="mt-2 flex items-center gap-2">
          <Button small onClick={() => run(() => handBackAction(story.id))}>
            Hand back
          </Button>
          {state && !state.ok && <span role="alert">{state.message}</span>}
        </p>
      </Notice>
    )
  return (
    <Notice tone="warning" title={`${hold.name} has taken over${hold.why ? `: ${hold.why}` : ' this story'}`}>
      {unsent ? (
        <>
          <p>
            What you typed last has not reached the server, and only you see it here. {textPlace[place]} It goes up by
            itself when the story is handed back.
          </p>
          <p className="mt-2">
            <Button small onClick={() => editors && copy(textOf(editors))}>
              {copied ?? 'Copy my text'}
            </Button>
          </p>
        </>
      ) : (
        <p>You can read it, and comment.{hold.waits && ' You write on when it is handed back.'}</p>
      )}
    </Notice>
  )
}

/** True once it has been for half a second: what a page just opened has is asked about first. */
function useSettled(on: boolean): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    if (!on) return setSettled(false)
    const timer = setTimeout(() => setSettled(true), 500)
    return () => clearTimeout(timer)
  }, [on])
  return settled
}
