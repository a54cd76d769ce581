'use client'

import { ArrowLeft, ArrowRight, Plus } from 'lucide-react'
import { type DragEvent, useState } from 'react'

import { moveColumn, moveEntry, removeColumn, titleColumn } from '#lib/menu/moves'
import { type Column, longest } from '#lib/site/menu/content'
import { Button } from '#lib/ui/button'
import { TextField } from '#lib/ui/field'
import { Icon } from '#lib/ui/icon'

import { carried, isCarried } from './carry'
import { EntryRow } from './entry-row'
import type { MenuHandle } from './use-menu'

type Props = { column: Column; at: number; menu: MenuHandle; say: (said: string) => void; onAdd: () => void }

/** A column of the menu, or all of a menu that has one. Entries are dropped on it. */
export function ColumnPart({ column, at, menu, say, onAdd }: Props) {
  const [over, setOver] = useState(false)
  const { id, title, entries } = column
  const footer = menu.id === 'footer'
  const last = at === menu.content.columns.length - 1
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (!isCarried(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      const entry = carried(event.dataTransfer)
      if (!entry || event.defaultPrevented) return
      event.preventDefault()
      menu.change((one) => moveEntry(one, entry, { column: id, at: entries.length }))
    },
  }
  return (
    <section
      className="menu-column"
      data-over={over || undefined}
      aria-label={footer ? `Column ${title || at + 1}` : 'Entries'}
      {...dropping}
    >
      {footer && (
        <div className="flex items-end gap-2 p-3">
          <div className="flex-1">
            <TextField
              label="Title of the column"
              value={title}
              maxLength={longest.title}
              autoComplete="off"
              onChange={({ target }) => menu.change((one) => titleColumn(one, id, target.value), `title ${id}`)}
            />
          </div>
          <Button
            tone="ghost"
            disabled={at === 0}
            aria-label={`Move the column ${title} before`}
            onClick={() => menu.change((one) => moveColumn(one, id, -1))}
          >
            <Icon of={ArrowLeft} />
          </Button>
          <Button
            tone="ghost"
            disabled={last}
            aria-label={`Move the column ${title} after`}
            onClick={() => menu.change((one) => moveColumn(one, id, 1))}
          >
            <Icon of={ArrowRight} />
          </Button>
        </div>
      )}
      {entries.length > 0 ? (
        <ol aria-label={footer ? `Entries of ${title || `column ${at + 1}`}` : 'Entries'}>
          {entries.map((entry, i) => (
            <EntryRow key={entry.id} {...{ entry, menu, say }} column={id} at={i} />
          ))}
        </ol>
      ) : (
        <p className="border-t border-line p-3 text-muted">Nothing stands here yet.</p>
      )}
      <div className="flex gap-2 border-t border-line p-2">
        <Button small disabled={entries.length >= longest.entries} onClick={onAdd}>
          <Icon of={Plus} />
          Add an entry…
        </Button>
        {footer && (
          <Button small tone="ghost" className="ms-auto" onClick={() => menu.change((one) => removeColumn(one, id))}>
            Take the column out
          </Button>
        )}
      </div>
    </section>
  )
}
