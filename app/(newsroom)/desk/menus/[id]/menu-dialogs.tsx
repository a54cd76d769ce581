'use client'

import { GiveDialog } from '#app/(newsroom)/desk/draft/give-dialog'
import { HistoryDialog } from '#app/(newsroom)/desk/draft/history-dialog'
import { TakeBackDialog } from '#app/(newsroom)/desk/draft/take-back-dialog'
import { UnscheduleDialog } from '#app/(newsroom)/desk/draft/unschedule-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { changesBetween } from '#lib/menu/changes'
import { menuNames } from '#lib/menu/names'
import type { findMenuContent } from '#lib/menu/queries'

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
  if (asked === 'unschedule') return <UnscheduleDialog of={menu} {...props} />
  return asked === 'history' ? <MenuHistory {...props} /> : <TakeBack {...props} />
}

function GiveMenu({ menu, ...props }: Props & { later: boolean }) {
  const { id, now, changes, names } = menu
  return (
    <GiveDialog
      what={`the ${menuNames[id].name.toLowerCase()}`}
      note="It stands on every page of the paper."
      of={menu}
      problems={now.problems}
      {...props}
    >
      <ChangesList changes={changes} names={names} none="Nothing: readers have all of this." />
    </GiveDialog>
  )
}

function MenuHistory({ menu, ...props }: Props) {
  const { content, names } = menu
  return (
    <HistoryDialog<Read>
      of={menu}
      show={(read) => (
        <ChangesList
          changes={changesBetween(content, read.content)}
          names={new Map([...names, ...namesOf(read.targets)])}
          none="The draft says just this."
        />
      )}
      {...props}
    />
  )
}

function TakeBack({ menu, ...props }: Props) {
  const { live } = menu.now
  if (!live) return null
  return (
    <TakeBackDialog
      of={menu}
      title="Back to what the rule makes?"
      seen={live.seq}
      said="Readers see what the rule makes."
      {...props}
    >
      Readers get the menu that is made by rule, from now on. The draft and all revisions stay here.
    </TakeBackDialog>
  )
}
