'use client'

import { AskDialog } from '#app/(newsroom)/ask-dialog'
import { PreviewDialog } from '#app/(newsroom)/desk/preview-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { UnscheduleDialog } from '#app/(newsroom)/desk/unschedule-dialog'
import type { FrontNow } from '#lib/front/queries/screen'

import { takeBackFrontAction, unscheduleFrontAction } from './actions'
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
  const { front, paper, onDone, onClose } = props
  const { id, now, keeper } = front
  const accept = (detail: unknown, said: string) => {
    keeper.accept(detail as FrontNow)
    onDone(said)
  }
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
  if (asked === 'unschedule' && now.plan)
    return (
      <UnscheduleDialog
        {...{ plan: now.plan, paper, onClose }}
        act={(schedule) => unscheduleFrontAction(id, schedule)}
        onDone={accept}
      />
    )
  if (asked === 'take-back' && now.live)
    return (
      <AskDialog
        title={`Back to what the rule makes of ${now.name}?`}
        verb="Take it from readers"
        leave="Leave it"
        tone="danger"
        act={() => takeBackFrontAction(id, now.live?.seq ?? 0)}
        onState={(state) => state?.ok && accept(state.detail, 'Readers see what the rule makes.')}
        onClose={onClose}
      >
        Readers get the front that is made by rule, from now on. The draft and all revisions stay here.
      </AskDialog>
    )
  if (asked === 'publish' || asked === 'schedule') return <GiveFront later={asked === 'schedule'} {...props} />
  return null
}
