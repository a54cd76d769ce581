'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { StateMark } from '#app/(newsroom)/state-mark'
import { buttonClass } from '#lib/ui/button'
import { type Glyph, Icon } from '#lib/ui/icon'

import { moved, type Part } from './parts'

/** What a browser carries while a part is dragged. */
const carried = 'application/x-stet-part'

type Props = { parts: Part[]; onChange: (parts: Part[]) => void }

/** The parts in their order: dragged, or moved by Alt and an arrow key, or by buttons. */
export function PartsList({ parts, onChange }: Props) {
  const [over, setOver] = useState<number>()
  const [said, say] = useState('')
  const focus = useRef<string>(undefined)
  const list = useRef<HTMLOListElement>(null)
  // A row that changes its place loses the focus: hand it back.
  useEffect(() => {
    if (focus.current && parts.length) handBack(list.current?.querySelector(`[data-focus="${focus.current}"]`))
    focus.current = undefined
  }, [parts])
  const move = (from: number, to: number, back?: string) => {
    const part = parts[from]
    if (!part || to < 0 || to >= parts.length) return
    focus.current = back
    onChange(moved(parts, from, to))
    say(`${part.name} is part ${to + 1} of ${parts.length}.`)
  }
  const remove = (at: number) => {
    const next = parts[at + 1] ?? parts[at - 1]
    focus.current = next && `${next.id}-out`
    onChange(parts.filter((_, i) => i !== at))
    say(`${parts[at]?.name} is no part any more.`)
  }
  const drop = (event: DragEvent, at: number) => {
    const from = event.dataTransfer.getData(carried)
    setOver(undefined)
    if (from === '') return
    event.preventDefault()
    move(Number(from), at)
  }
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ol ref={list} aria-label="Parts" className="border-t border-line empty:hidden">
        {parts.map((part, at) => (
          <li
            key={part.id}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(carried, String(at))}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(carried)) return
              event.preventDefault()
              setOver(at)
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={(event) => drop(event, at)}
            onKeyDown={(event) => onKey(event, at, move)}
            className={`flex cursor-grab items-center gap-1.5 border-b border-line py-1.5 ${over === at ? 'bg-accent-wash' : ''}`}
          >
            <span className="w-5 flex-none text-end text-quiet">{at + 1}</span>
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2 wrap-anywhere">{part.name}</span>
              <span className="text-label">{mark(part.state)}</span>
            </span>
            <Press
              id={`${part.id}-up`}
              of={ArrowUp}
              name={`Move ${part.name} up`}
              off={at === 0}
              act={() => move(at, at - 1, `${part.id}-${at === 1 ? 'down' : 'up'}`)}
            />
            <Press
              id={`${part.id}-down`}
              of={ArrowDown}
              name={`Move ${part.name} down`}
              off={at === parts.length - 1}
              act={() => move(at, at + 1, `${part.id}-${at === parts.length - 2 ? 'up' : 'down'}`)}
            />
            <Press id={`${part.id}-out`} of={X} name={`Take out ${part.name}`} act={() => remove(at)} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** At an end of the list one of its arrows is off: another of its row has the focus then. */
function handBack(wanted: Element | null | undefined) {
  const able = wanted?.matches(':disabled') ? wanted.closest('li')?.querySelector('button:enabled') : wanted
  if (able instanceof HTMLElement) able.focus()
}

function onKey(event: KeyboardEvent<HTMLElement>, at: number, move: (from: number, to: number, back?: string) => void) {
  const step = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0) : 0
  if (!step) return
  event.preventDefault()
  const back = (event.target as HTMLElement).closest<HTMLElement>('[data-focus]')?.dataset.focus
  move(at, at + step, back)
}

const mark = (state: Part['state']) =>
  state === 'hidden' ? (
    <span className="text-quiet">Of another section</span>
  ) : (
    <StateMark state={state === 'unpublished' ? 'draft' : state}>
      {state === 'unpublished' ? 'Not live' : undefined}
    </StateMark>
  )

type PressProps = { id: string; of: Glyph; name: string; off?: boolean; act: () => void }

const Press = ({ id, of, name, off, act }: PressProps) => (
  <button
    type="button"
    data-focus={id}
    aria-label={name}
    disabled={off}
    onClick={act}
    className={`${buttonClass('ghost', true)} max-phone:w-10`}
  >
    <Icon of={of} size={14} />
  </button>
)
