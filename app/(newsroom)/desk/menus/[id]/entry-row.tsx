'use client'

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { flushSync } from 'react-dom'

import { StateMark } from '#app/(newsroom)/state-mark'
import { labelEntry, moveEntry, removeEntry, spotOf, stepEntry } from '#lib/menu/moves'
import { type Entry, longest } from '#lib/site/menu/content'
import { Button } from '#lib/ui/button'
import { TextField } from '#lib/ui/field'
import { Icon } from '#lib/ui/icon'
import { Menu, MenuItem } from '#lib/ui/menu'

import { carried, carry, isCarried } from './carry'
import { entryName, targetWords } from './names'
import type { MenuHandle } from './use-menu'

type Props = { entry: Entry; column: string; at: number; menu: MenuHandle; say: (said: string) => void }
type By = Parameters<typeof stepEntry>[2]

const steps: Record<string, By> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'before', ArrowRight: 'after' }

/** An entry: what readers read, what it leads to, and how it is moved. */
export function EntryRow({ entry, column, at, menu, say }: Props) {
  const [over, setOver] = useState(false)
  const [naming, setNaming] = useState(false)
  const { id, to, label } = entry
  const { name: target, kind, live } = targetWords(to, menu.names)
  const name = entryName(entry, menu.names)
  const count = menu.content.columns.find((one) => one.id === column)?.entries.length ?? 0
  const move = (by: By) => {
    flushSync(() => menu.change((one) => stepEntry(one, id, by)))
    // A row that has changed its place loses the focus.
    document.getElementById(`entry-${id}`)?.focus()
    const { content } = menu.keeper.get()
    const spot = spotOf(content, id)
    const among = content.columns.find((one) => one.id === spot?.column)
    say(
      `${name} is number ${(spot?.at ?? 0) + 1} of ${among?.entries.length}${among?.title ? ` under ${among.title}` : ''}.`,
    )
  }
  const named = () => {
    flushSync(() => setNaming(false))
    document.getElementById(`entry-${id}`)?.focus()
  }
  const takeOut = () => {
    const row = document.getElementById(`entry-${id}`)?.closest('li')
    const next = row?.nextElementSibling ?? row?.previousElementSibling ?? row?.closest('section')
    flushSync(() => menu.change((one) => removeEntry(one, id)))
    next?.querySelector<HTMLElement>('.menu-name, button')?.focus()
    say(`${name} is taken out.`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? steps[event.key] : undefined
    if (by) move(by)
    else if (event.key === 'Delete' || event.key === 'Backspace') takeOut()
    else return
    event.preventDefault()
  }
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (!isCarried(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      const dropped = carried(event.dataTransfer)
      if (!dropped) return
      event.preventDefault()
      // Behind what it is dropped on where it comes from above, as it is counted without itself.
      menu.change((one) => moveEntry(one, dropped, { column, at }))
    },
  }
  return (
    <li
      className="menu-entry"
      data-over={over || undefined}
      draggable={!naming}
      onDragStart={(event) => carry(event.dataTransfer, id)}
      {...dropping}
    >
      <span className="menu-grip text-quiet" aria-hidden="true">
        <Icon of={GripVertical} />
      </span>
      {naming ? (
        <div className="flex-1">
          <TextField
            label={`Words for ${target}`}
            hideLabel
            autoFocus
            value={label}
            placeholder={target}
            maxLength={longest.label}
            autoComplete="off"
            onChange={({ target: box }) => menu.change((one) => labelEntry(one, id, box.value), `label ${id}`)}
            onBlur={() => setNaming(false)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return
              // Else the same key presses the row that has the focus now.
              event.preventDefault()
              named()
            }}
          />
        </div>
      ) : (
        <button
          id={`entry-${id}`}
          type="button"
          className="menu-name"
          onClick={() => setNaming(true)}
          onKeyDown={onKeyDown}
        >
          {name}
          <small>{label ? `${target}, ${kind}` : kind}</small>
        </button>
      )}
      {!live && <StateMark state="unpublished">Not live</StateMark>}
      <Button small tone="ghost" disabled={at === 0} aria-label={`Move ${name} up`} onClick={() => move('up')}>
        <Icon of={ArrowUp} />
      </Button>
      <Button
        small
        tone="ghost"
        disabled={at === count - 1}
        aria-label={`Move ${name} down`}
        onClick={() => move('down')}
      >
        <Icon of={ArrowDown} />
      </Button>
      <Menu label={`Acts for ${name}`}>
        <MenuItem onClick={() => setNaming(true)}>Other words…</MenuItem>
        {menu.content.columns.length > 1 && (
          <>
            <MenuItem onClick={() => move('before')}>To the column before</MenuItem>
            <MenuItem onClick={() => move('after')}>To the column after</MenuItem>
          </>
        )}
        <MenuItem onClick={takeOut}>Take out</MenuItem>
      </Menu>
    </li>
  )
}
