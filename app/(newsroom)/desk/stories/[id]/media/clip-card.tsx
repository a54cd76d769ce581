'use client'

import type { ReactNodeViewProps } from '@tiptap/react'
import { Film, Music } from 'lucide-react'

import { lengthOf } from '#app/(newsroom)/desk/media/length'
import { Player } from '#app/(newsroom)/desk/media/player'
import { clipWord } from '#lib/media/kinds'
import type { Used } from '#lib/media/known'
import { Icon } from '#lib/ui/icon'

import { OpenOrRemove } from './open-or-remove'
import { OwnWords } from './own-words'

type Props = ReactNodeViewProps & { shown: Used | null | undefined }

/** A film or a sound as it plays, and what is said of it here. */
export function ClipCard({ shown, ...props }: Props) {
  const what = clipWord(shown?.kind)
  return (
    <>
      {shown && <Player of={shown} preload={shown.kind === 'video' && !shown.poster ? 'metadata' : 'none'} />}
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2">
          <Icon of={what === 'sound' ? Music : Film} className="text-quiet" />
          <b className="min-w-0 flex-1 truncate font-medium">{shown?.name}</b>
          {shown && (
            <span className="text-quiet">
              {shown.seconds !== null && `${lengthOf(shown.seconds)}, `}
              {shown.captionsLanguage ? `captions in ${shown.captionsLanguage}` : 'no captions'}
            </span>
          )}
        </div>
        <OwnWords {...props} shown={shown} of={what} />
        <div className="picture-acts">
          <OpenOrRemove {...props} shown={shown} />
        </div>
      </div>
    </>
  )
}
