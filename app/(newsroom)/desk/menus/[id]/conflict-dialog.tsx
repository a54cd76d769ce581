'use client'

import { ChooseDialog } from '#app/(newsroom)/desk/draft/choose-dialog'
import type { Conflict } from '#app/(newsroom)/desk/draft/keeper'
import type { MenuContent } from '#lib/site/menu/content'
import { ORDER } from '#lib/three-way'

import { entryName } from './names'
import type { MenuHandle } from './use-menu'

type Props = { menu: MenuHandle; conflict: Conflict<MenuContent>; onClose: () => void }

/** Two have changed the same column: one chooses whose stands. All else of both is joined. */
export function ConflictDialog({ menu, conflict, onClose }: Props) {
  const titleOf = (id: string) =>
    [...menu.content.columns, ...conflict.theirs.columns].find((column) => column.id === id)?.title
  const said = ({ columns }: MenuContent, id: string) => {
    if (id === ORDER) return columns.map(({ title }) => title).join(' · ')
    const column = columns.find((one) => one.id === id)
    if (!column) return 'Taken out.'
    return [column.title, ...column.entries.map((entry) => entryName(entry, menu.names))].filter(Boolean).join('\n')
  }
  return (
    <ChooseDialog
      conflict={conflict}
      nameOf={(id) => (id === ORDER ? 'The order of the columns' : titleOf(id) || 'The entries')}
      show={(side, id) => (
        <p className="whitespace-pre-line text-muted">{said(side === 'mine' ? menu.content : conflict.theirs, id)}</p>
      )}
      onChoose={menu.keeper.resolve}
      onClose={onClose}
    />
  )
}
