'use client'

import { useEffect, useState } from 'react'

import { leavePage } from '#lib/device/tabs'
import { Button } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

import type { Paper, StoryProps } from '../props'
import type { Editors } from '../text/use-editors'
import { textOf } from '../text/use-text'
import { textPlace } from '../text-place'
import { HoldNotice } from './hold-notice'
import { RecoveredText } from './recovered'
import { useCopy } from './use-copy'
import { useRecovered } from './use-recovered'
import { type Connected, useMoving } from './use-room'

type Props = {
  story: StoryProps
  person: string
  room: Connected
  paper: Paper
  message: string | undefined
  editors: Editors | null
  editable: boolean
  suggests: boolean
  onSignedOut: () => void
}

/** Above the headline: why one cannot write, where one's text is, and what to do when the server does not take it. */
export function Notices({ story, person, room, paper, message, editors, editable, suggests, onSignedOut }: Props) {
  const recovered = useRecovered(person, story.id, room.room?.key)
  const away = useAway(room)
  // Both change at each letter, and are told only of who cannot write, or is away.
  const place = useMoving(room, (now) => (now.readOnly ? now.place : 'server'))
  const only = useMoving(room, (now) => !now.connected && now.place === 'window' && now.owes)
  const refused = room.refusal !== undefined
  const taken = story.hold && !story.hold.mine
  const why = taken
    ? undefined
    : !story.may.edit && !suggests
      ? 'You can read this story. Its writers and the editors of its section change it.'
      : story.spiked
        ? 'This story is on the spike. Take it off to write on.'
        : room.readOnly && !refused
          ? `You can no longer change this story. ${textPlace[place]}`
          : undefined
  return (
    <div className="mb-4 grid gap-2 font-desk text-base empty:hidden">
      {refused && <Refused room={room} editors={editors} />}
      {why && <Notice tone="warning" title={why} />}
      {suggests && editable && (
        <Notice tone="good" title="You are suggesting">
          The story stays as it is until an editor takes what you write.
          {story.may.publish && ' To publish, choose “Editing” at the top.'}
        </Notice>
      )}
      {away && editable && (
        <Notice tone="warning" title={navigator.onLine ? 'The server cannot be reached.' : 'You are offline.'}>
          {only
            ? 'This browser keeps nothing: what you write is in this window only, until you are back.'
            : 'What you write is kept on this device and sent when you are back.'}
        </Notice>
      )}
      {recovered.texts.map((text) => (
        <RecoveredText
          key={text.id}
          text={text}
          paper={paper}
          editors={editable ? editors : null}
          room={room}
          onForget={() => recovered.forget(text.id)}
        />
      ))}
      {story.hold && !refused && <HoldNotice story={story} room={room} editors={editors} onSignedOut={onSignedOut} />}
      {message && <Notice title={message} />}
    </div>
  )
}

/** The server takes nothing more of this document: the text stays, and one can go on from what the server has. */
function Refused({ room, editors }: { room: Connected; editors: Editors | null }) {
  const [copied, copy, forget] = useCopy()
  const [unkept, setUnkept] = useState(false)
  const place = useMoving(room, (now) => now.place)
  const startAgain = async () => {
    setUnkept(!(await room.startAgain(unkept)))
    forget()
  }
  return (
    <Notice title="Not accepted">
      <p>
        {room.refusal ?? 'The server did not take your last changes.'} {textPlace[place]}{' '}
        {unkept
          ? 'This browser cannot keep it any longer: copy it first.'
          : !room.outdated &&
            'Start again from what the server has; your text is kept beside it, to be read and taken over.'}
      </p>
      <p className="mt-2 flex flex-wrap gap-1.5">
        <Button small onClick={() => editors && copy(textOf(editors))}>
          {copied ?? 'Copy my text'}
        </Button>
        {room.outdated ? (
          <Button small onClick={() => leavePage(() => location.reload(), place !== 'window')}>
            Reload
          </Button>
        ) : (
          <Button small onClick={startAgain}>
            {unkept ? 'Throw my text away: it cannot be undone' : 'Start again from the server'}
          </Button>
        )}
      </p>
    </Notice>
  )
}

/** Whether the server has been out of reach for a while; what is only a moment is told by nobody. */
function useAway({ connected, signedOut, refusal }: Connected): boolean {
  const [away, setAway] = useState(false)
  const out = !connected && !signedOut && refusal === undefined
  useEffect(() => {
    if (!out) return setAway(false)
    const timer = setTimeout(() => setAway(true), navigator.onLine ? 3000 : 300)
    return () => clearTimeout(timer)
  }, [out])
  return away
}
