'use client'

import type { ReactNodeViewProps } from '@tiptap/react'
import { Film, Music } from 'lucide-react'
import { lengthOf } from '#app/(newsroom)/desk/media/length'
import type { Shown } from '#lib/media/known'
import { Icon } from '#lib/ui/icon'
import { OpenOrRemove } from './open-or-remove'
import { OwnWords } from './own-words'

type Props = ReactNodeViewProps & { shown: Shown | null | undefined }

/** What a film or a sound is, and what is said of it here. */
export function ClipCard({ shown, ...props }: Props) {
  const what = shown?.kind === 'audio' ? 'sound' : 'film'
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Icon of={what === 'sound' ? Music : Film} className="text-quiet" />
        <b className="min-w-0 flex-1 truncate font-medium">{shown?.name}</b>
        {shown?.seconds && <span className="text-quiet">{lengthOf(shown.seconds)}</span>}
        <span className="flex gap-1">
          <OpenOrRemove {...props} shown={shown} />
        </span>
      </div>
      <OwnWords {...props} shown={shown} of={what} />
    </>
  )
}
