'use client'

import { AppWindow, Check, Clock, CloudOff, Laptop, Lock } from 'lucide-react'
import { useEffect, useState } from 'react'

import type { Save } from '#lib/collab/save'
import { type Glyph, Icon } from '#lib/ui/icon'

/**
 * Is it saved? One place, one answer. "Saving" only shows when it takes longer than 400 ms: until then stands what stood
 * before, which was true when it was said and is about to be true again.
 * @param at when the server last had all of it, in milliseconds
 */
export function SaveState({ save, at, timezone }: { save: Save; at: number; timezone: string }) {
  const shown = useSteady(save)
  return (
    <span role="status" className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted" data-save={save}>
      {shown === null ? null : shown === 'saving' || shown === 'opening' ? (
        <Word glyph={Clock}>{shown === 'saving' ? 'Saving' : 'Opening'}</Word>
      ) : shown === 'saved' ? (
        <Saved at={at} timezone={timezone} />
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

function Saved({ at, timezone }: { at: number; timezone: string }) {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)
  return (
    <>
      <Icon of={Check} />
      <b className="dots-live text-text">Saved</b>
      <span className="text-quiet max-phone:hidden" aria-hidden="true">
        {time}
      </span>
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

/** What was said last, while something quick is under way; null before anything was. */
function useSteady(save: Save): Save | null {
  const busy = save === 'saving' || save === 'opening'
  const [steady, setSteady] = useState<Save | null>(null)
  useEffect(() => {
    if (!busy) return setSteady(save)
    const timer = setTimeout(() => setSteady(save), 400)
    return () => clearTimeout(timer)
  }, [save, busy])
  return busy ? steady : save
}
