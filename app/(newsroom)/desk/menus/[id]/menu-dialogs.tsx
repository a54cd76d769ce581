'use client'

import { AskDialog } from '#app/(newsroom)/ask-dialog'
import { HistoryDialog } from '#app/(newsroom)/desk/history-dialog'
import { PublishNowDialog } from '#app/(newsroom)/desk/publish-now-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { changesBetween } from '#lib/menu/changes'
import { menuNames } from '#lib/menu/names'
import type { findMenuContent, MenuNow, MenuVersion } from '#lib/menu/queries'

import {
  listVersionsAction,
  publishMenuAction,
  readVersionAction,
  restoreMenuAction,
  takeMenuBackAction,
} from './actions'
import { AddDialog } from './add-dialog'
import { ChangesList } from './changes-list'
import { namesOf } from './names'
import type { MenuHandle } from './use-menu'

export type Asked = 'publish' | 'history' | 'take-back' | { add: string }

type Props = { menu: MenuHandle; paper: Paper; onDone: (said: string) => void; onClose: () => void }
type Read = Awaited<ReturnType<typeof findMenuContent>>

/** The dialog that was asked for. */
export function MenuDialog({ asked, ...props }: { asked: Asked } & Props) {
  const { menu, onDone, onClose } = props
  if (typeof asked === 'object') return <AddDialog {...{ menu, onDone, onClose }} column={asked.add} />
  if (asked === 'publish') return <PublishDialog {...props} />
  return asked === 'history' ? <MenuHistory {...props} /> : <TakeBackDialog {...props} />
}

function PublishDialog({ menu, onDone, onClose }: Props) {
  const { id, now, keeper, changes, names, save } = menu
  const musts = now.problems.filter(({ level }) => level === 'must')
  return (
    <PublishNowDialog
      title={`Publish: ${menuNames[id].name}`}
      note="It stands on every page of the paper."
      faults={save === 'saved' ? musts.map(({ message }) => message) : []}
      flush={keeper.flush}
      publish={() => publishMenuAction(id, keeper.get().now.version)}
      onDone={(detail) => {
        keeper.accept(detail as MenuNow)
        onDone('Live now.')
      }}
      onClose={onClose}
    >
      <ChangesList changes={changes} names={names} none="Nothing: readers have all of this." />
    </PublishNowDialog>
  )
}

function MenuHistory({ menu, paper, onDone, onClose }: Props) {
  const { id, keeper, content, names } = menu
  return (
    <HistoryDialog<MenuVersion, Read>
      note="What was published, and what stood before an earlier one was restored."
      none="No version was kept yet. The first is, when the menu is published."
      was={({ given }) => (given ? 'readers had it' : 'kept before another was restored')}
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
