'use client'

import { useRef, useState } from 'react'

import { useAct } from '#app/(newsroom)/use-act'
import { Button } from '#lib/ui/button'
import { TextField } from '#lib/ui/field'

import { setCaptionsAction } from '../actions'
import type { FilmProps } from './film'

/** What is said in a film or sound, for who cannot hear it: a file of captions, and its language. */
export function Captions({ media: { id, version, captionsLanguage }, edits }: FilmProps) {
  const { state, error, busy, run } = useAct({ onClose: () => {} })
  const [language, setLanguage] = useState(captionsLanguage || 'en-GB')
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (file) await run(async () => setCaptionsAction(id, version, await file.text(), language))
  }
  return (
    <section aria-labelledby="captions" className="grid max-w-[420px] gap-2 border-t border-line pt-4">
      <h2 id="captions" className="font-semibold">
        Captions
      </h2>
      <p className="text-muted">
        {captionsLanguage
          ? `It has captions in ${captionsLanguage}.`
          : 'None yet. WebVTT (.vtt) and SubRip (.srt) can be taken.'}
      </p>
      {error && (
        <p role="alert" className="text-withdrawn">
          {error}
        </p>
      )}
      {edits && (
        <>
          <TextField
            label="Language of the captions"
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
            hint="A tag like en-GB or fr."
            error={state?.fields?.language}
          />
          <input
            ref={input}
            type="file"
            accept=".vtt,.srt,text/vtt"
            aria-label="File with captions"
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              void take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <div className="flex flex-wrap gap-2">
            <Button aria-disabled={busy} onClick={() => input.current?.click()}>
              {captionsLanguage ? 'Choose other captions…' : 'Choose captions…'}
            </Button>
            {captionsLanguage && (
              <Button aria-disabled={busy} onClick={() => run(() => setCaptionsAction(id, version, '', ''))}>
                Take the captions away
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}
