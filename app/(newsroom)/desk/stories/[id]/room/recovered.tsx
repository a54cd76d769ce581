'use client'

import { useEffect, useState } from 'react'

import type { Recovered } from '#lib/device/recovered'
import { blockText } from '#lib/story/document/text'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Notice } from '#lib/ui/notice'

import type { Paper } from '../props'
import { takeText } from '../text/take-text'
import type { Editors } from '../text/use-editors'
import { when } from '../when'
import { useCopy } from './use-copy'
import { type Connected, useMoving } from './use-room'

const reasons: Record<Recovered['why'], string> = {
  refused: 'The server did not take it.',
  older: 'It was written before Stet was brought up to date.',
}

type Props = {
  text: Recovered
  paper: Paper
  /** undefined while the story cannot be changed. */
  editors: Editors | null
  room: Connected
  onForget: () => void
}

/** A text of this story that only this device has: to be read, copied, taken over, or at last thrown away. */
export function RecoveredText({ text, paper, editors, room, onForget }: Props) {
  const [open, setOpen] = useState(false)
  const [taken, setTaken] = useState(false)
  const [sure, setSure] = useState(false)
  const [copied, copy] = useCopy()
  // Whether the server has all of the story as it is on the screen.
  const save = useMoving(room, (now) => now.save)
  useEffect(() => {
    if (save === 'refused') setTaken(false)
    if (taken && save === 'saved') onForget()
  }, [taken, save, onForget])
  const blocks = text.body.content.map((block) => ({ id: block.attrs.id, words: blockText(block) }))
  return (
    <Notice
      tone="warning"
      title={
        taken ? 'Taken over. It stays on this device until it is saved.' : 'A text of yours is kept on this device'
      }
    >
      <p>
        {reasons[text.why]} Kept {when(text.at, paper)}.
      </p>
      <p className="mt-2">
        <Button small onClick={() => setOpen(true)}>
          Read it…
        </Button>
      </p>
      {open && (
        <Dialog
          wide
          title="Your text, as it was on this device"
          note={`${reasons[text.why]} Taken over, it goes into the story block by block: yours in the place of the same block, what is missing beside its neighbour. Nothing of others is taken away, and undo takes it back.`}
          onClose={() => setOpen(false)}
          foot={
            <>
              <Button
                tone="danger"
                onClick={() => {
                  if (sure) onForget()
                  setSure(!sure)
                }}
              >
                {sure ? 'Throw it away: it cannot be undone' : 'Throw it away…'}
              </Button>
              <span className="me-auto" />
              <Button onClick={() => copy(text)}>{copied ?? 'Copy it'}</Button>
              <Button
                tone="primary"
                disabled={!editors}
                onClick={() => {
                  if (!editors) return
                  takeText(editors, text)
                  setTaken(true)
                  setOpen(false)
                }}
              >
                Take it over
              </Button>
            </>
          }
        >
          <article className="grid gap-2.5 whitespace-pre-line">
            {text.headline && <p className="font-head text-[21px]/[26px] font-semibold text-text">{text.headline}</p>}
            {text.standfirst && <p className="text-muted">{text.standfirst}</p>}
            {blocks.map(({ id, words }) => words && <p key={id}>{words}</p>)}
          </article>
        </Dialog>
      )}
    </Notice>
  )
}
