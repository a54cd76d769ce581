'use client'

import './menu.css'

import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { SaveTroubles } from '#app/(newsroom)/desk/draft/save-troubles'
import { waitsHere } from '#app/(newsroom)/desk/draft/use-kept'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { useUnsaved } from '#app/(newsroom)/use-unsaved'
import { newId } from '#lib/id'
import { addColumn } from '#lib/menu/moves'
import { menuNames } from '#lib/menu/names'
import type { MenuNow } from '#lib/menu/queries'
import { longest } from '#lib/site/menu/content'
import { Button } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'

import { Bar } from './bar'
import { ColumnPart } from './column-part'
import { ConflictDialog } from './conflict-dialog'
import { type Asked, MenuDialog } from './menu-dialogs'
import { useMenu } from './use-menu'

type Props = { first: MenuNow; paper: Paper; unread: number; held: ReactNode }

/** Where a menu is made: its entries in their order, each dragged or moved by keys. */
export function MenuScreen({ first, paper, unread, held }: Props) {
  const menu = useMenu(first)
  const { id, content, conflict, save, keeper, now } = menu
  const [asked, setAsked] = useState<Asked>()
  const [said, say] = useState('')
  const [later, setLater] = useState<typeof conflict>()
  const leaving = useUnsaved(waitsHere(menu), menu.here)
  useShortcuts({
    'Mod+Enter': () => (asked ? false : setAsked('publish')),
    'Mod+z': () => (document.activeElement?.matches('input') ? false : keeper.undo()),
  })
  return (
    <div className="grid h-dvh grid-rows-[auto_auto_minmax(0,1fr)_auto] bg-surface max-phone:h-auto max-phone:min-h-dvh">
      <Bar menu={menu} paper={paper} unread={unread} ask={setAsked} />
      <div>
        {held}
        <SaveTroubles kept={menu} what="this menu" retry={keeper.retry} onConflict={() => setLater(undefined)} />
      </div>
      <main id="main" className="min-w-0 overflow-y-auto p-4 outline-none" tabIndex={-1}>
        <p className="mb-3 text-muted">{menuNames[id].where}.</p>
        <div className="flex flex-wrap items-start gap-5">
          {content.columns.map((column, at) => (
            <ColumnPart key={column.id} {...{ column, at, menu, say }} onAdd={() => setAsked({ add: column.id })} />
          ))}
        </div>
        {id === 'footer' && content.columns.length < longest.columns && (
          <Button className="mt-4" onClick={() => menu.change((one) => addColumn(one, newId()))}>
            <Icon of={Plus} />
            Add a column
          </Button>
        )}
        {save === 'saved' && now.problems.length > 0 && (
          <section className="mt-6">
            <h2 className="mb-1 font-semibold">To know</h2>
            <ul className="grid gap-0.5">
              {now.problems.map(({ of, level, message }) => (
                <li key={`${of} ${message}`} className={level === 'must' ? 'text-withdrawn' : 'text-changes'}>
                  {message}
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
      <section
        aria-label="Keys"
        className="flex h-[30px] items-center gap-4 border-t border-line px-4 text-label text-quiet max-phone:hidden"
      >
        <span>On an entry</span>
        <span className="flex items-center gap-1">
          <Kbd>Alt ↑</Kbd>
          <Kbd>Alt ↓</Kbd> move
        </span>
        {id === 'footer' && (
          <span className="flex items-center gap-1">
            <Kbd>Alt ←</Kbd>
            <Kbd>Alt →</Kbd> to another column
          </span>
        )}
        <span className="flex items-center gap-1">
          <Kbd>Del</Kbd> take out
        </span>
        <span className="flex items-center gap-1">
          <Kbd>Ctrl Z</Kbd> undo
        </span>
      </section>
      <p className="sr-only" role="status">
        {said}
      </p>
      {asked && <MenuDialog {...{ asked, menu, paper }} onDone={say} onClose={() => setAsked(undefined)} />}
      {conflict && later !== conflict && <ConflictDialog {...{ menu, conflict }} onClose={() => setLater(conflict)} />}
      {leaving}
    </div>
  )
}
