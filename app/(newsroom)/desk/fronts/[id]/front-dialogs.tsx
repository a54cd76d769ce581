'use client'

import { PreviewDialog } from '#app/(newsroom)/desk/draft/preview-dialog'
import { TakeBackDialog } from '#app/(newsroom)/desk/draft/take-back-dialog'
import { UnscheduleDialog } from '#app/(newsroom)/desk/draft/unschedule-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'

import type { Asked } from './board'
import { AddDialog, ChangeDialog } from './container-dialogs'
import { FrontHistory } from './front-history'
import { GiveFront } from './give-front'
import type { FrontHandle } from './use-front'

type Props = {
  asked: Asked
  front: FrontHandle
  sections: { id: string; name: string }[]
  paper: Paper
  onDone: (said: string) => void
  onClose: () => void
}

/** The dialog that was asked for. */
export function FrontDialog({ asked, ...props }: Props) {
  const { front, onClose } = props
  const { id, now, keeper } = front
  if (typeof asked === 'object') {
    if ('add' in asked) return <AddDialog at={asked.add} {...props} />
    const container = front.content.containers.find((one) => one.id === asked.change)
    return container ? <ChangeDialog container={container} {...props} /> : null
  }
  if (asked === 'history') return <FrontHistory {...props} />
  if (asked === 'preview')
    return (
      <PreviewDialog
        what="front"
        note="As readers would get it now. Stories that are not live have their places filled by rule."
        src={`/preview/fronts/${id}`}
        flush={keeper.flush}
        onClose={onClose}
      />
    )
  if (asked === 'unschedule') return <UnscheduleDialog of={front} {...props} />
  if (asked === 'take-back' && now.live)
    return (
      <TakeBackDialog
        of={front}
        title={`Back to what the rule makes of ${now.name}?`}
        seen={now.live.seq}
        said="Readers see what the rule makes."
        {...props}
      >
        Readers get the front that is made by rule, from now on. The draft and all revisions stay here.
      </TakeBackDialog>
    )
  if (asked === 'publish' || asked === 'schedule') return <GiveFront later={asked === 'schedule'} {...props} />
  return null
}
