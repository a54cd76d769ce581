'use client'

import type { Shown } from '#lib/media/known'

import { fileAddress } from './address'

type Props = {
  of: Pick<Shown, 'id' | 'kind' | 'hash' | 'name' | 'poster' | 'captionsLanguage'>
  /** How much of it comes before it is played: its first picture and its length, or nothing. */
  preload: 'metadata' | 'none'
  onError?: () => void
  className?: string
}

/** A film or sound of the library in the browser's own player, with its captions. */
export function Player({ of: { id, kind, hash, name, poster, captionsLanguage }, ...rest }: Props) {
  // What is loaded stays until the element is another one.
  const key = `${hash} ${captionsLanguage}`
  const playing = {
    ...rest,
    controls: true,
    'aria-label': name,
    src: fileAddress(id, 'clip', hash),
    children: captionsLanguage && (
      <track
        kind="captions"
        src={fileAddress(id, 'captions')}
        srcLang={captionsLanguage}
        label={captionsLanguage}
        default
      />
    ),
  } as const
  return kind === 'video' ? (
    <video key={key} {...playing} playsInline poster={poster ? fileAddress(poster, 'thumb-640') : undefined} />
  ) : (
    <audio key={key} {...playing} />
  )
}
