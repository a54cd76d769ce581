'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { type KeyboardEvent, useActionState, useEffect, useRef } from 'react'

import type { SectionColour } from '#lib/section/tables'
import { buttonClass } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { Notice } from '#lib/ui/notice'

import { moveSectionAction } from './actions'
import { Swatch } from './swatch'

type Row = { id: string; name: string; slug: string; colour: SectionColour; stories: number }

/** The sections in the paper's order; moved by buttons, or by Alt and an arrow key on a row. */
export function SectionOrder({ sections, chosen }: { sections: Row[]; chosen?: string }) {
  const [state, act] = useActionState(moveSectionAction, null)
  const moved = useRef<{ id: string; by: string }>(null)
  const list = useRef<HTMLOListElement>(null)
  const order = sections.map((section) => section.id).join()
  // A row that changes its place in the page loses focus: hand it back.
  useEffect(() => {
    const { id, by } = moved.current ?? {}
    if (!id || !order) return
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-row="${id}"] button`) ?? []
    const wanted =
      [...buttons].find((button) => button.value === by && !button.disabled) ??
      [...buttons].find((button) => !button.disabled)
    wanted?.focus()
  }, [order])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.altKey && { ArrowUp: 'up', ArrowDown: 'down' }[event.key]
    if (!by) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLButtonElement>(`button[value="${by}"]`)?.click()
  }
  return (
    <>
      {state && !state.ok && <Notice title={state.message} />}
      <p role="status" className="sr-only">
        {moved.current && placeOf(sections, moved.current.id)}
      </p>
      <ol ref={list}>
        {sections.map((section, index) => (
          <li
            key={section.id}
            data-row={section.id}
            onKeyDown={onKeyDown}
            className={`flex min-h-11 items-center gap-3 border-b border-line px-4 ${section.id === chosen ? 'bg-accent-wash shadow-[inset_3px_0_var(--color-accent)]' : ''}`}
          >
            <span className="w-5 text-end text-quiet">{index + 1}</span>
            <Swatch colour={section.colour} />
            <Link
              href={`/admin/sections?id=${section.id}`}
              aria-current={section.id === chosen ? 'true' : undefined}
              className="min-w-0 flex-1 truncate py-2"
            >
              <span className="font-medium">{section.name}</span>{' '}
              <span className="text-label text-quiet">/{section.slug}</span>
            </Link>
            <span className="text-muted max-phone:hidden">
              {section.stories} {section.stories === 1 ? 'story' : 'stories'}
            </span>
            <form action={act} className="flex gap-1" onSubmit={(event) => note(event.nativeEvent, section.id)}>
              <input type="hidden" name="id" value={section.id} />
              <Move by="up" name={section.name} disabled={index === 0} />
              <Move by="down" name={section.name} disabled={index === sections.length - 1} />
            </form>
          </li>
        ))}
      </ol>
    </>
  )

  function note(event: Event, id: string) {
    const by = (event as SubmitEvent).submitter?.getAttribute('value') ?? ''
    moved.current = { id, by }
  }
}

function Move({ by, name, disabled }: { by: 'up' | 'down'; name: string; disabled: boolean }) {
  return (
    <button
      type="submit"
      name="by"
      value={by}
      disabled={disabled}
      aria-label={`Move ${name} ${by}`}
      title={`Alt+${by === 'up' ? '↑' : '↓'}`}
      className={`${buttonClass('ghost', true)} max-phone:w-10`}
    >
      <Icon of={by === 'up' ? ArrowUp : ArrowDown} />
    </button>
  )
}

function placeOf(sections: Row[], id: string): string {
  const at = sections.findIndex((section) => section.id === id)
  return at < 0 ? '' : `${sections[at]?.name} is number ${at + 1} of ${sections.length}.`
}
