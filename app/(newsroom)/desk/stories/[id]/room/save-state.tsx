'use client'

import { AppWindow, Check, Clock, CloudOff, Laptop, Lock } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'

import type { Save } from '#lib/collab/save'
import { type Glyph, Icon } from '#lib/ui/icon'
import type { Connected } from './use-room'

/**
 * Is it saved? One place, one answer. "Saving" only shows when it takes longer than 400 ms: until then stands what stood
 * before, which was true when it was said and is about to be true again.
 */
export function SaveState({ room, signedOut, timezone }: { room: Connected; signedOut: boolean; timezone: string }) {
  const ref = useRef<HTMLSpanElement>(null)
  const shown = useShown(room, signedOut, ref)
  return (
    <span ref={ref} role="status" className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted">
      {shown === null ? null : shown === 'saving' || shown === 'opening' ? (
        <Word glyph={Clock}>{shown === 'saving' ? 'Saving' : 'Opening'}</Word>
      ) : shown === 'saved' ? (
        <Saved room={room} timezone={timezone} />
      ) : shown === 'device' ? (
        <Word glyph={Laptop} colour="text-changes" title="It goes up by itself when you are connected.">
          On this device only
        </Word>
      ) : shown === 'window' ? (
        <Word
          glyph={AppWindow}
          colour="text-withdrawn"
          title="This browser keeps nothing: leave the window open until you are connected."
        >
          In this window only
        </Word>
      ) : shown === 'refused' ? (
        <Word glyph={CloudOff} colour="text-withdrawn">
          Not accepted
        </Word>
      ) : shown === 'signed-out' ? (
        <Word glyph={Lock} colour="text-withdrawn">
          Not saved: sign in again
        </Word>
      ) : (
        <Word glyph={Lock}>Read only</Word>
      )}
    </span>
  )
}

function Saved({ room, timezone }: { room: Connected; timezone: string }) {
  const ref = useRef<HTMLSpanElement>(null)
  const { now, subscribe } = room
  useEffect(() => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    const tell = () => {
      if (ref.current && now().savedAt) ref.current.textContent = clock.format(now().savedAt)
    }
    tell()
    return subscribe(tell)
  }, [now, subscribe, timezone])
  return (
    <>
      <Icon of={Check} />
      <b className="dots-live text-text">Saved</b>
      <span ref={ref} className="text-quiet max-phone:hidden" aria-hidden="true" />
    </>
  )
}

function Word({
  glyph,
  colour = '',
  title,
  children,
}: {
  glyph: Glyph
  colour?: string
  title?: string
  children: string
}) {
  return (
    <span title={title} className={`inline-flex items-center gap-1.5 ${colour}`}>
      <Icon of={glyph} />
      <b>{children}</b>
    </span>
  )
}

/**
 * What is said: while something quick is under way what was said last, null before anything was. The element is told each
 * change itself (`data-save`): React, to draw one, would look through the text for the caret, which takes long in a long one.
 */
function useShown({ now, subscribe }: Connected, signedOut: boolean, ref: RefObject<HTMLElement | null>): Save | null {
  const [shown, setShown] = useState<Save | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      const save = signedOut ? 'signed-out' : now().save
      if (ref.current?.dataset.save === save) return
      if (ref.current) ref.current.dataset.save = save
      clearTimeout(timer)
      if (save === 'saving' || save === 'opening') timer = setTimeout(() => setShown(save), 400)
      else setShown(save)
    }
    tell()
    const stop = subscribe(tell)
    return () => {
      stop()
      clearTimeout(timer)
      delete ref.current?.dataset.save
    }
  }, [now, subscribe, signedOut, ref])
  return shown
}
