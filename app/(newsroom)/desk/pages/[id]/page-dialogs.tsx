'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { AskDialog } from '#app/(newsroom)/ask-dialog'
import { PreviewDialog } from '#app/(newsroom)/desk/draft/preview-dialog'
import { TakeBackDialog } from '#app/(newsroom)/desk/draft/take-back-dialog'
import { UnscheduleDialog } from '#app/(newsroom)/desk/draft/unschedule-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { hour } from '#app/(newsroom)/desk/stories/[id]/when'
import { TextArea } from '#lib/ui/field'

import { removePageAction } from './actions'
import { PageHistory } from './page-history'
import { PublishDialog } from './publish-dialog'
import type { PageHandle } from './screen'

export type Asked = 'publish' | 'schedule' | 'unschedule' | 'preview' | 'history' | 'take-back' | 'remove'

export type DialogProps = { page: PageHandle; paper: Paper; onDone: (said: string) => void; onClose: () => void }

/** The dialog that was asked for. */
export function PageDialog({ asked, ...props }: { asked: Asked } & DialogProps) {
  if (asked === 'publish' || asked === 'schedule') return <PublishDialog later={asked === 'schedule'} {...props} />
  if (asked === 'unschedule') return <UnscheduleDialog of={props.page} {...props} />
  if (asked === 'history') return <PageHistory {...props} />
  if (asked === 'preview')
    return (
      <PreviewDialog
        what="page"
        note="As readers would get it now."
        src={`/preview/pages/${props.page.id}`}
        flush={props.page.keeper.flush}
        onClose={props.onClose}
      />
    )
  return asked === 'remove' ? <RemoveDialog {...props} /> : <TakeBack {...props} />
}

function TakeBack({ page, ...props }: DialogProps) {
  const { live, plan } = page.now
  const [note, setNote] = useState('')
  if (!live) return null
  return (
    <TakeBackDialog
      of={page}
      title="Take this page from readers?"
      seen={live.seq}
      note={note}
      said="Readers do not have it any more."
      {...props}
    >
      <p className="mb-3">
        {live.path} will say that it was taken down, and menus lead there no more. The draft and all revisions stay
        here.
        {plan && ` What waits for ${hour(plan.dueAt.getTime(), props.paper)} is taken off.`}
      </p>
      <TextArea
        label="Note to readers"
        hint="May be left empty."
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </TakeBackDialog>
  )
}

function RemoveDialog({ page: { id, now, keeper }, onClose }: DialogProps) {
  const router = useRouter()
  return (
    <AskDialog
      title="Delete this page?"
      verb="Delete the page"
      leave="Keep it"
      tone="danger"
      act={async () => {
        if (!(await keeper.flush()))
          return { ok: false, message: 'Not deleted. What was changed last is not saved yet.' }
        return removePageAction(id, keeper.get().now.version)
      }}
      onState={(state) => state?.ok && router.push('/desk/pages')}
      onClose={onClose}
    >
      Its text and all its revisions are gone for good.
      {now.gone && ' Its address says no more that there was such a page, and is free.'}
    </AskDialog>
  )
}
