'use client'

import type { EditorState } from '@tiptap/pm/state'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'

import { type Glyph, Icon } from '#lib/ui/icon'

import { usePlaced } from '../use-placed'
import { listenToKeys } from './menu-keys'

/** One thing to choose: `note` says more of it, or by which keys it is had without the menu. */
export type Row = { id: string; name: string; note?: string; glyph?: Glyph }

/**
 * What has been typed to open a menu, with its sign.
 * @property at names the place, so that a menu that was sent away there stays away
 */
export type Typed = { query: string; from: number; to: number; at: string }

type Props<R extends Row> = {
  editor: Editor
  label: string
  /** What stands at the caret, if it opens this menu. */
  read: (state: EditorState) => Typed | null
  /** What is offered for it; undefined while it is not known. */
  find: (query: string) => readonly R[] | undefined
  /** Takes what was typed away and puts the choice in its place. */
  onChoose: (row: R, typed: Typed) => void
  /** Asks for what is not known yet, and is told for what it was asked. */
  ask?: (query: string) => void
}

/**
 * Offers choices for what is typed in the text itself, which keeps the focus and the keys. A key that chooses before
 * the choices are known is kept until they are, and what is typed meanwhile stays where it was typed.
 */
export function TypedMenu<R extends Row>(props: Props<R>) {
  const { editor, label } = props
  const id = useId()
  const ref = useRef<HTMLDivElement>(null)
  const [walked, setWalked] = useState({ query: '', at: 0 })
  const [dismissed, setDismissed] = useState('')
  const state = useEditorState({ editor, selector: ({ editor }) => typedIn(editor, props.read) })
  const rows = (state && props.find(state.query)) ?? []
  const open = state !== null && rows.length > 0 && dismissed !== state.at
  const at = atIn(walked, state)

  const latest = useRef({ ...props, walked, dismissed })
  latest.current = { ...props, walked, dismissed }
  const early = useRef<Early | undefined>(undefined)
  useEffect(() => {
    if (editor.isDestroyed) return
    const onKey = (event: KeyboardEvent) => {
      const { read, find, walked, dismissed, ask } = latest.current
      // What is in the text now: a key may come before the menu is drawn for the one before.
      const state = typedIn(editor, read)
      const rows = state && find(state.query)
      if (!state || dismissed === state.at || (rows ? rows.length === 0 : !ask)) return false
      const at = atIn(walked, state)
      const { query } = state
      if (event.key === 'Enter' || event.key === 'Tab') {
        if (rows) choose(latest.current, state, at)
        else early.current = { typed: state, key: event.key }
      } else if (event.key === 'Escape') setDismissed(state.at)
      else if (!rows) return false
      else if (event.key === 'ArrowDown') setWalked({ query, at: (at + 1) % rows.length })
      else if (event.key === 'ArrowUp') setWalked({ query, at: (at + rows.length - 1) % rows.length })
      else return false
      event.preventDefault()
      return true
    }
    const stop = listenToKeys(editor, onKey)
    const follow = ({ transaction: { mapping } }: { transaction: { mapping: Mapping } }) => {
      const { current } = early
      if (current)
        current.typed = {
          ...current.typed,
          from: mapping.map(current.typed.from),
          to: mapping.map(current.typed.to, -1),
        }
    }
    editor.on('transaction', follow)
    return () => {
      editor.off('transaction', follow)
      stop()
    }
  }, [editor])

  const query = state?.query
  useEffect(() => {
    if (query !== undefined && latest.current.find(query) === undefined) latest.current.ask?.(query)
  }, [query])
  useEffect(() => {
    const { current } = early
    const found = current && props.find(current.typed.query)
    if (!current || !found || editor.isDestroyed) return
    early.current = undefined
    if (found.length) choose(props, current.typed, 0)
    else if (current.key === 'Enter') editor.view.dispatch(editor.state.tr.split(current.typed.to))
  })

  useEffect(() => {
    if (editor.isDestroyed) return
    const { dom } = editor.view
    if (!open) return
    dom.setAttribute('aria-activedescendant', `${id}-${at}`)
    dom.setAttribute('aria-controls', `${id}-list`)
    return () => {
      dom.removeAttribute('aria-activedescendant')
      dom.removeAttribute('aria-controls')
    }
  }, [editor, open, at, id])
  usePlaced(ref, editor, open, (element) => state && place(element, editor, state.from))

  useEffect(() => {
    const menu = ref.current
    const row = menu?.querySelectorAll<HTMLElement>('[role=option]')[at]
    if (!open || !menu || !row) return
    const below = row.offsetTop + row.offsetHeight - menu.clientHeight
    menu.scrollTop = Math.min(row.offsetTop, Math.max(menu.scrollTop, below))
  }, [open, at])

  return (
    <div
      ref={ref}
      hidden={!open}
      className="typed-menu rise absolute z-4 w-[min(300px,100%)] overflow-y-auto rounded-[8px] max-phone:max-h-[45dvh] bg-raised p-1 shadow-float"
    >
      <p className="px-2 py-1 text-label text-quiet" id={`${id}-label`}>
        {label}
      </p>
      <div role="listbox" id={`${id}-list`} aria-labelledby={`${id}-label`}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the text, which holds the focus
          <div
            key={row.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => state && choose(props, state, index)}
            className="flex min-h-[30px] cursor-pointer items-center gap-2 rounded-control px-2 hover:bg-sunk aria-selected:bg-accent-wash max-phone:min-h-[40px]"
          >
            {row.glyph && <Icon of={row.glyph} />}
            <span className="min-w-0 truncate">{row.name}</span>
            {row.note && <small className="ms-auto flex-none text-label text-quiet">{row.note}</small>}
          </div>
        ))}
      </div>
    </div>
  )
}

type Early = { typed: Typed; key: string }
type Mapping = { map: (at: number, side?: number) => number }

/** Another query starts at the top again. */
const atIn = (walked: { query: string; at: number }, state: Typed | null) =>
  walked.query === state?.query ? walked.at : 0

function choose<R extends Row>({ find, onChoose }: Pick<Props<R>, 'find' | 'onChoose'>, typed: Typed, at: number) {
  const row = find(typed.query)?.[at]
  if (row) onChoose(row, typed)
}

const typedIn = (editor: Editor, read: (state: EditorState) => Typed | null) =>
  editor.isEditable && editor.isFocused && editor.state.selection.empty ? read(editor.state) : null

/** Under what is typed, within the sheet that scrolls with it; above where the sheet ends. */
function place(element: HTMLElement, editor: Editor, from: number) {
  const sheet = element.offsetParent
  if (!sheet) return
  const [caret, frame] = [editor.view.coordsAtPos(from), sheet.getBoundingClientRect()]
  const below = Math.min(frame.bottom, window.innerHeight) - caret.bottom
  const up = below < element.offsetHeight + 12 && caret.top - frame.top > element.offsetHeight + 12
  const top = up ? caret.top - element.offsetHeight - 6 : caret.bottom + 6
  const left = Math.min(caret.left - frame.left, frame.width - element.offsetWidth - 8)
  element.style.insetBlockStart = `${top - frame.top + sheet.scrollTop}px`
  element.style.left = `${Math.max(8, left)}px`
}
