'use client'

import { ArrowDown, ArrowUp, GripVertical, TriangleAlert } from 'lucide-react'
import { type DragEvent, useState } from 'react'

import type { Change } from '#lib/front/changes'
import { labelOf, sourceWords } from '#lib/front/words'
import type { Container } from '#lib/site/front/content'
import { facts } from '#lib/site/front/kinds/facts'
import { Button } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { Menu, MenuItem } from '#lib/ui/menu'

import { carriedContainer, carry, isContainer, useBoard } from './board'
import { Slot } from './slot'

type Props = {
  container: Container
  at: number
  count: number
  /** How many stand side by side with it. */
  abreast: number
  /** What readers have otherwise. */
  change: Change | undefined
}

/** A part of the front: what it is, where it is filled from, and its places. */
export function ContainerPart({ container, abreast, ...rest }: Props) {
  const { front, putContainer } = useBoard()
  const [over, setOver] = useState(false)
  const { id, kind, slots } = container
  const { change } = rest
  const filled = front.now.filled[id] ?? []
  const free = [...filled]
  const shown = slotsShown(container, filled.length)
  const byRule = Array.from({ length: shown }, (_, place) => (slots[place] ? undefined : free.shift()))
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (!isContainer(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      const moved = carriedContainer(event.dataTransfer)
      setOver(false)
      if (!moved) return
      event.preventDefault()
      putContainer(moved, id)
    },
  }
  return (
    <section
      className="front-part"
      data-kind={kind}
      data-abreast={abreast > 1 ? abreast : undefined}
      data-over={over || undefined}
      aria-labelledby={`part-${id}`}
      {...dropping}
    >
      <Head container={container} {...rest} />
      <Problems container={id} />
      <ol className="front-slots">
        {byRule.map((rule, place) => (
          <Slot
            key={place}
            spot={{ container: id, place }}
            slot={slots[place] ?? null}
            byRule={rule}
            waits={change?.slots.some((one) => one.place === place) ?? false}
          />
        ))}
      </ol>
      {free.length > 0 && (
        <p className="mt-1.5 truncate text-label text-quiet">
          Then by rule: {free.map(({ headline }) => headline).join(' · ')}
        </p>
      )}
    </section>
  )
}

/** As many places as stories stand in, and one more while there is room: nobody wants twelve empty ones. */
function slotsShown({ kind, slots }: Container, byRule: number): number {
  const { most } = facts[kind]
  const placed = slots.filter(Boolean).length
  return Math.min(most, Math.max(slots.length + 1, placed + byRule, 1))
}

function Head({ container, at, count, change }: Omit<Props, 'abreast'>) {
  const { front, shiftContainer, removeContainer, ask } = useBoard()
  const { id, kind, source } = container
  const label = labelOf(container, front.names)
  const { name, abreast } = facts[kind]
  const from = sourceWords(source, front.names)
  const told = [label === name ? '' : name, label === from ? '' : from].filter(Boolean).join(', ')
  const waits = change && change.slots.length === 0
  return (
    <header className="front-head">
      <button
        type="button"
        className="front-grip"
        draggable
        tabIndex={-1}
        aria-label={`Drag ${label}`}
        onDragStart={(event) => carry(event.dataTransfer, { container: id })}
      >
        <Icon of={GripVertical} />
      </button>
      <h2 id={`part-${id}`} className={`min-w-0 truncate font-semibold ${waits ? 'dots-changes' : ''}`}>
        {label}
      </h2>
      {/* Of those side by side there is room for the name alone. */}
      {!abreast && <span className="front-told">{told}</span>}
      <span className="ms-auto flex flex-none">
        <Button
          tone="ghost"
          small
          disabled={at === 0}
          aria-label={`Move ${label} up`}
          onClick={() => shiftContainer(id, -1)}
        >
          <Icon of={ArrowUp} />
        </Button>
        <Button
          tone="ghost"
          small
          disabled={at === count - 1}
          aria-label={`Move ${label} down`}
          onClick={() => shiftContainer(id, 1)}
        >
          <Icon of={ArrowDown} />
        </Button>
        <Menu label={`${label}: acts`}>
          <MenuItem onClick={() => ask({ change: id })}>Title and source…</MenuItem>
          <MenuItem onClick={() => ask({ add: at })}>Add a container above…</MenuItem>
          <MenuItem onClick={() => ask({ add: at + 1 })}>Add a container below…</MenuItem>
          <MenuItem onClick={() => removeContainer(container)}>Remove</MenuItem>
        </Menu>
      </span>
    </header>
  )
}

/** What must be mended here before readers get it. */
function Problems({ container }: { container: string }) {
  const { front } = useBoard()
  const found = front.now.problems.filter((one) => one.container === container && one.level === 'must')
  if (!found.length) return null
  return (
    <ul className="mb-1.5 grid gap-0.5 text-label text-withdrawn">
      {found.map(({ message, check, place }) => (
        <li key={`${check} ${place}`} className="flex items-start gap-1.5">
          <Icon of={TriangleAlert} size={14} className="mt-px" />
          {message}
        </li>
      ))}
    </ul>
  )
}
