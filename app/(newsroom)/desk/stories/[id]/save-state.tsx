'use client'

import { Check, Clock, CloudOff, Laptop, Lock } from 'lucide-react'
import { useEffect, useState } from 'react'

import { type Glyph, Icon } from '#lib/ui/icon'

export type Save = 'opening' | 'saved' | 'saving' | 'device' | 'refused' | 'signed-out' | 'read-only'

/**
 * Is it saved? One place, one answer. "Saving" only shows when it takes longer than 400 ms: until then the last "Saved"
 * stands, which was true when it was said and is about to be true again.
 * @param at when the server last had all of it, in milliseconds
 */
export function SaveState({ save, at, timezone }: { save: Save; at: number; timezone: string }) {
  const slow = useSlow(save === 'saving' || save === 'opening')
  return (
    <span role="status" className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted" data-save={save}>
      {save === 'saving' || save === 'opening' ? (
        slow ? (
          <Word glyph={Clock}>{save === 'saving' ? 'Saving' : 'Opening'}</Word>
        ) : (
          at > 0 && <Saved at={at} timezone={timezone} />
        )
      ) : save === 'saved' ? (
        <Saved at={at} timezone={timezone} />
      ) : save === 'device' ? (
        <Word glyph={Laptop} colour="text-changes" title="It goes up by itself when you are connected.">
          On this device only
        </Word>
      ) : save === 'refused' ? (
        <Word glyph={CloudOff} colour="text-withdrawn">
          Not accepted
        </Word>
      ) : save === 'signed-out' ? (
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
      <span className="text-quiet" aria-hidden="true">
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

function useSlow(busy: boolean) {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!busy) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), 400)
    return () => clearTimeout(timer)
  }, [busy])
  return slow
}
