'use client'

import { AskDialog } from '#app/(newsroom)/ask-dialog'
import { GiveDialog } from '#app/(newsroom)/desk/give-dialog'
import { HistoryDialog } from '#app/(newsroom)/desk/history-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { UnscheduleDialog } from '#app/(newsroom)/desk/unschedule-dialog'
import { changesBetween } from '#lib/menu/changes'
import { menuNames } from '#lib/menu/names'
import type { findMenuContent, MenuNow } from '#lib/menu/queries'

import {
  listVersionsAction,
  publishMenuAction,
  readVersionAction,
  restoreMenuAction,
  scheduleMenuAction,
  takeMenuBackAction,
  unscheduleMenuAction,
} from './actions'
import { AddDialog } from './add-dialog'
import { ChangesList } from './changes-list'
import { namesOf } from './names'
import type { MenuHandle } from './use-menu'

export type Asked = 'publish' | 'schedule' | 'unschedule' | 'history' | 'take-back' | { add: string }

type Props = { menu: MenuHandle; paper: Paper; onDone: (said: string) => void; onClose: () => void }
type Read = Awaited<ReturnType<typeof findMenuContent>>

/** The dialog that was asked for. */
export function MenuDialog({ asked, ...props }: { asked: Asked } & Props) {
  const { menu, onDone, onClose } = props
  if (typeof asked === 'object') return <AddDialog {...{ menu, onDone, onClose }} column={asked.add} />
  if (asked === 'publish' || asked === 'schedule') return <GiveMenu later={asked === 'schedule'} {...props} />
  if (asked === 'unschedule') return <Unschedule {...props} />
  return asked === 'history' ? <MenuHistory {...props} /> : <TakeBackDialog {...props} />
}

function GiveMenu({ menu, paper, later, onDone, onClose }: Props & { later: boolean }) {
  const { id, now, keeper, changes, names, save } = menu
  const told = (wanted: 'must' | 'advice') =>
    now.problems.filter(({ level }) => level === wanted).map(({ message }) => message)
  const version = () => keeper.get().now.version
  return (
    <GiveDialog
      what={`the ${menuNames[id].name.toLowerCase()}`}
      note="It stands on every page of the paper."
      {...{ later, paper, plan: now.plan, onClose }}
      faults={save === 'saved' ? told('must') : []}
      advice={told('advice')}
      flush={keeper.flush}
      publish={() => publishMenuAction(id, version())}
      schedule={(at) => scheduleMenuAction(id, version(), at, keeper.get().now.plan?.id)}
      onDone={(detail, said) => {
        keeper.accept(detail as MenuNow)
        onDone(said)
      }}
    >
      <ChangesList changes={changes} names={names} none="Nothing: readers have all of this." />
    </GiveDialog>
  )
}

function Unschedule({ menu: { id, now, keeper }, paper, onDone, onClose }: Props) {
  if (!now.plan) return null
  return (
    <UnscheduleDialog
      {...{ plan: now.plan, paper, onClose }}
      act={(schedule) => unscheduleMenuAction(id, schedule)}
      onDone={(detail, said) => {
        keeper.accept(detail as MenuNow)
        onDone(said)
      }}
    />
  )
}

function MenuHistory({ menu, paper, onDone, onClose }: Props) {
  const { id, keeper, content, names } = menu
  return (
    <HistoryDialog<Read>
      what="menu"
      paper={paper}
      list={(before) => listVersionsAction(id, before)}
      read={(number) => readVersionAction(id, number)}
      show={(read) => (
        <ChangesList
          changes={changesBetween(content, read.content)}
          names={new Map([...names, ...namesOf(read.targets)])}
          none="The draft says just this."
        />
      )}
      flush={keeper.flush}
      restore={(number) => restoreMenuAction(id, number, keeper.get().now.version)}
      onRestored={(detail, said) => {
        keeper.accept(detail as MenuNow)
        onDone(said)
      }}
      onClose={onClose}
    />
  )
}

function TakeBackDialog({ menu: { id, now, keeper }, onDone, onClose }: Props) {
  if (!now.live) return null
  const { seq } = now.live
  return (
    <AskDialog
      title="Back to what the rule makes?"
      verb="Take it from readers"
      leave="Leave it"
      tone="danger"
      act={() => takeMenuBackAction(id, seq)}
      onState={(state) => {
        if (!state?.ok) return
        keeper.accept(state.detail as MenuNow)
        onDone('Readers see what the rule makes.')
      }}
      onClose={onClose}
    >
      Readers get the menu that is made by rule, from now on. The draft and all revisions stay here.
    </AskDialog>
  )
}
