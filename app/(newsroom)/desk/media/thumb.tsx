import { AudioLines, Film } from 'lucide-react'

import type { MediaKind } from '#lib/media/kinds'
import { Icon } from '#lib/ui/icon'

import { fileAddress } from './address'

type Shown = { id: string; kind: MediaKind; alt: string; hash?: string; poster?: string | null }

/** All of a picture, or of a film's poster, in a box of 3:2; else the sign of what it is. */
export function Thumb({ of: { id, kind, alt, hash, poster } }: { of: Shown }) {
  const shown = kind === 'picture' ? id : poster
  const address = (file: 'thumb-320' | 'thumb-640') => fileAddress(shown ?? '', file, kind === 'picture' ? hash : '')
  return (
    <span className="grid aspect-3/2 place-items-center overflow-hidden rounded-control bg-sunk text-quiet">
      {shown ? (
        // biome-ignore lint/performance/noImgElement: its files have the sizes that are shown, made beforehand
        <img
          src={address('thumb-320')}
          srcSet={`${address('thumb-320')} 320w, ${address('thumb-640')} 640w`}
          sizes="(max-width: 640px) 45vw, 220px"
          alt={kind === 'picture' ? alt : ''}
          loading="lazy"
          decoding="async"
          className="size-full object-contain"
        />
      ) : (
        <Icon of={kind === 'audio' ? AudioLines : Film} size={32} />
      )}
    </span>
  )
}
