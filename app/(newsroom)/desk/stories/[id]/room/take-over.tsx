'use client'

import { useEffect, useState } from 'react'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TextField } from '#lib/ui/field'
import { Notice } from '#lib/ui/notice'

import { handBackAction, takeOverAction } from '../actions'
import { type ActProps, useAct } from '../note-dialogs'
import type { StoryProps } from '../props'
import type { Editors } from '../text/use-editors'
import { textOf } from '../text/use-text'
import { textPlace } from '../text-place'
import { useCopy } from './use-copy'
import { type Connected, useMoving } from './use-room'

/** For the last look: nobody else writes until the story is handed back. */
export function TakeOverDialog(props: ActProps & { holder: string | undefined }) {
  const [why, setWhy] = useState('')
  const { state, busy, run } = useAct(props)
  return (
    <Dialog
      title="Take over this story?"
      note={
        props.holder
          ? `${props.holder} has it now and will only be able to read.`
          : 'Nobody else writes in it until you hand it back. It ends by itself when you have been away for 10 minutes.'
      }
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" aria-disabled={busy} onClick={() => run(() => takeOverAction(props.id, why))}>
            Take over
          </Button>
        </>
      }
    >
      <TextField
        label="Why, for the others"
        autoFocus
        maxLength={200}
        placeholder="checking the last lines"
        value={why}
        error={state?.fields?.why ?? (state?.ok ? undefined : state?.message)}
        onChange={(event) => setWhy(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void run(() => takeOverAction(props.id, why))
        }}
      />
    </Dialog>
  )
}

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
  const { run, state } = useAct({ id: story.id, onClose: () => {}, onState: (now) => now?.signedOut && onSignedOut() })
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
