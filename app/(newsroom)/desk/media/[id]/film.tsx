'use client'

import { useState } from 'react'

import { fileAddress } from '../address'
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
    hasCaptions: boolean
    captionsLanguage: string
  }
  edits: boolean
}

/** A film or sound as it was sent, played by the browser. */
export function Film({ media, edits }: FilmProps) {
  const { id, hash, kind, name, poster, hasCaptions, captionsLanguage } = media
  const [unplayed, setUnplayed] = useState(false)
  const playing = {
    controls: true,
    preload: 'metadata',
    'aria-label': name,
    src: fileAddress(id, 'clip', hash),
    onError: () => setUnplayed(true),
    children: hasCaptions && (
      <track
        kind="captions"
        src={fileAddress(id, 'captions')}
        srcLang={captionsLanguage}
        label={captionsLanguage}
        default
      />
    ),
  } as const
  return (
    <section aria-label="Film and captions" className="grid gap-3 p-4">
      {kind === 'video' ? (
        <video
          // What is loaded stays until the element is another one.
          key={`${hash} ${hasCaptions} ${captionsLanguage}`}
          {...playing}
          poster={poster ? fileAddress(poster, 'thumb-640') : undefined}
          className="mx-auto block max-h-[54dvh] w-full rounded-control bg-[#000]"
        />
      ) : (
        <audio key={hash} {...playing} className="w-full" />
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
      <Captions key={`${hasCaptions} ${captionsLanguage}`} media={media} edits={edits} />
    </section>
  )
}
