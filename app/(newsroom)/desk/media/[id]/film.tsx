'use client'

import { useState } from 'react'

import { Player } from '../player'
import { Captions } from './captions'
import { Poster } from './poster'

export type FilmProps = {
  media: {
    id: string
    version: number
    hash: string
    kind: 'video' | 'audio'
    name: string
    poster: string | null
    /** '' while it has no captions. */
    captionsLanguage: string
  }
  edits: boolean
}

/** A film or sound as it was sent, played by the browser. */
export function Film({ media, edits }: FilmProps) {
  const { kind, captionsLanguage } = media
  const [unplayed, setUnplayed] = useState(false)
  return (
    <section aria-label="Film and captions" className="grid gap-3 p-4">
      <Player
        of={media}
        preload="metadata"
        onError={() => setUnplayed(true)}
        className={kind === 'video' ? 'mx-auto block max-h-[54dvh] w-full rounded-control bg-[#000]' : 'w-full'}
      />
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
      <Captions key={captionsLanguage} media={media} edits={edits} />
    </section>
  )
}
