'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { AskDialog } from '#app/(newsroom)/ask-dialog'
import { PreviewDialog } from '#app/(newsroom)/desk/preview-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { hour } from '#app/(newsroom)/desk/stories/[id]/when'
import { UnscheduleDialog } from '#app/(newsroom)/desk/unschedule-dialog'
import type { PageNow } from '#lib/page/queries/page'
import { TextArea } from '#lib/ui/field'

import { removePageAction, takePageBackAction, unschedulePageAction } from './actions'
import { PageHistory } from './page-history'
import { PublishDialog } from './publish-dialog'
import type { PageHandle } from './screen'

export type Asked = 'publish' | 'schedule' | 'unschedule' | 'preview' | 'history' | 'take-back' | 'remove'

export type DialogProps = { page: PageHandle; paper: Paper; onDone: (said: string) => void; onClose: () => void }

/** The dialog that was asked for. */
export function PageDialog({ asked, ...props }: { asked: Asked } & DialogProps) {
  if (asked === 'publish' || asked === 'schedule') return <PublishDialog later={asked === 'schedule'} {...props} />
  if (asked === 'unschedule') return <Unschedule {...props} />
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
  return asked === 'remove' ? <RemoveDialog {...props} /> : <TakeBackDialog {...props} />
}

function Unschedule({ page: { id, now, keeper }, paper, onDone, onClose }: DialogProps) {
  if (!now.plan) return null
  return (
    <UnscheduleDialog
      {...{ plan: now.plan, paper, onClose }}
      act={(schedule) => unschedulePageAction(id, schedule)}
      onDone={(detail, said) => {
        keeper.accept(detail as PageNow)
        onDone(said)
      }}
    />
  )
}

function TakeBackDialog({ page: { id, now, keeper }, paper, onDone, onClose }: DialogProps) {
  const [note, setNote] = useState('')
  if (!now.live) return null
  const { seq, path } = now.live
  return (
    <AskDialog
      title="Take this page from readers?"
      verb="Take it from readers"
      leave="Leave it"
      tone="danger"
      act={() => takePageBackAction(id, note, seq)}
      onState={(state) => {
        if (!state?.ok) return
        keeper.accept(state.detail as PageNow)
        onDone('Readers do not have it any more.')
      }}
      onClose={onClose}
    >
      <p className="mb-3">
        {path} will say that it was taken down, and menus lead there no more. The draft and all revisions stay here.
        {now.plan && ` What waits for ${hour(now.plan.dueAt.getTime(), paper)} is taken off.`}
      </p>
      <TextArea
        label="Note to readers"
        hint="May be left empty."
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </AskDialog>
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
