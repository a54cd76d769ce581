'use client'

import { useState } from 'react'

import { useAct } from '#app/(newsroom)/use-act'
import { Button } from '#lib/ui/button'
import { TypeAhead } from '#lib/ui/type-ahead'

import { setPosterAction } from '../actions'
import { fileAddress } from '../address'
import { findPicturesAction } from './find-pictures'

type Props = {
  media: {
    id: string
    version: number
    kind: 'video' | 'audio'
    name: string
    poster: string | null
    hasCaptions: boolean
    captionsLanguage: string
  }
  edits: boolean
}

/** A film or sound as it was sent, played by the browser. */
export function Film({ media, edits }: Props) {
  const { id, kind, name, poster } = media
  const src = fileAddress(id, 'clip')
  const [unplayed, setUnplayed] = useState(false)
  return (
    <section aria-label="Film and captions" className="grid gap-3 p-4">
      {kind === 'video' ? (
        // biome-ignore lint/a11y/useMediaCaption: it may have none yet
        <video
          controls
          preload="metadata"
          aria-label={name}
          src={src}
          poster={poster ? fileAddress(poster, 'thumb-640') : undefined}
          onError={() => setUnplayed(true)}
          className="mx-auto block max-h-[54dvh] w-full rounded-control bg-[#000]"
        />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: it may have none yet
        <audio
          controls
          preload="metadata"
          aria-label={name}
          src={src}
          onError={() => setUnplayed(true)}
          className="w-full"
        />
      )}
      {unplayed && (
        <p role="alert" className="text-withdrawn">
          This browser does not play it; readers’ browsers may not either.
        </p>
      )}
      <p className="text-muted">
        Stet does not transcode: readers get the file as it was sent, without what it said of place and camera. MP4 with
        H.264 and AAC plays everywhere.
      </p>
      {kind === 'video' && <Poster media={media} edits={edits} />}
    </section>
  )
}

function Poster({ media: { id, version, poster }, edits }: Props) {
  const { error, busy, run } = useAct({ onClose: () => {} })
  const set = (to: string | null) => run(() => setPosterAction(id, version, to))
  return (
    <div className="grid max-w-[420px] gap-2 border-t border-line pt-4">
      <h2 className="font-semibold">Poster</h2>
      <p className="text-muted">
        {poster
          ? 'It stands there until the film plays.'
          : 'A picture of the library that stands there until it plays.'}
      </p>
      {error && (
        <p role="alert" className="text-withdrawn">
          {error}
        </p>
      )}
      {edits && (
        <>
          <TypeAhead
            label="Choose a poster"
            placeholder="Find a picture…"
            find={findPicturesAction}
            onChoose={({ id: chosen }) => set(chosen)}
            empty="No picture is like that."
          />
          {poster && (
            <div>
              <Button aria-disabled={busy} onClick={() => set(null)}>
                Take the poster away
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
