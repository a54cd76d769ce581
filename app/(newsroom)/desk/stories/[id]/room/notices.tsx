'use client'

import { useState } from 'react'

import { bodyText } from '#lib/story/document/text'
import { Button } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

import type { StoryProps } from '../props'
import type { Editors } from '../text/use-editors'
import { textOf } from '../text/use-text'
import { textPlace } from '../text-place'
import type { Connected } from './use-room'

type Props = { story: StoryProps; room: Connected; message: string | undefined; editors: Editors | null }

/** Above the headline: why one cannot write, and what to do when the server does not take what was written. */
export function Notices({ story, room, message, editors }: Props) {
  const [copied, setCopied] = useState<string>()
  const [sure, setSure] = useState(false)
  const copy = async () => {
    if (!editors) return
    const { headline, standfirst, body } = textOf(editors)
    try {
      await navigator.clipboard.writeText([headline, standfirst, bodyText(body)].filter(Boolean).join('\n\n'))
      setCopied('Copied')
    } catch {
      setCopied('Not copied: select the text and copy it yourself')
    }
  }
  const why = !story.may.edit
    ? 'You can read this story. Its writers and the editors of its section change it.'
    : story.spiked
      ? 'This story is on the spike. Take it off to write on.'
      : room.readOnly && room.save !== 'refused'
        ? `You can no longer change this story. ${textPlace[room.place]}`
        : undefined
  return (
    <div className="mb-4 grid gap-2 font-desk text-base empty:hidden">
      {room.save === 'refused' && (
        <Notice title="Not accepted">
          <p>
            {room.refusal ?? 'The server did not take your last changes.'} {textPlace[room.place]} Starting again from
            what the server has throws it away.
          </p>
          <p className="mt-2 flex flex-wrap gap-1.5">
            <Button small onClick={copy}>
              {copied ?? 'Copy my text'}
            </Button>
            <Button
              small
              onClick={() => {
                if (sure) room.startAgain()
                // Asked anew, should the server refuse again; what was copied then is another text.
                setSure(!sure)
                setCopied(undefined)
              }}
            >
              {sure ? 'Throw my text away: it cannot be undone' : 'Start again from the server…'}
            </Button>
          </p>
        </Notice>
      )}
      {why && <Notice tone="warning" title={why} />}
      {message && <Notice title={message} />}
    </div>
  )
}
