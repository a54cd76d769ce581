'use client'

import { Plugin, PluginKey } from '@tiptap/pm/state'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'

import { Icon } from '#lib/ui/icon'

import { keyName } from '../keys'
import { blockList } from './block-list'

/** `/` in an empty paragraph offers the blocks; what is typed after it narrows them. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const ref = useRef<HTMLDivElement>(null)
  const [walked, setWalked] = useState({ query: '', at: 0 })
  const [dismissed, setDismissed] = useState('')
  const state = useEditorState({ editor, selector: ({ editor }) => typed(editor) })
  const found = offeredFor(state)
  const open = state !== null && found.length > 0 && dismissed !== state.block
  const at = atIn(walked, state)

  const latest = useRef({ walked, dismissed })
  latest.current = { walked, dismissed }
  useEffect(() => {
    if (editor.isDestroyed) return
    const key = new PluginKey('slash-menu')
    const handleKeyDown = (_view: unknown, event: KeyboardEvent) => {
      // What is in the text now: a key may come before the menu is drawn for the one before.
      const state = typed(editor)
      const { length } = offeredFor(state)
      if (!state || length === 0 || latest.current.dismissed === state.block) return false
      const at = atIn(latest.current.walked, state)
      const { query } = state
      if (event.key === 'ArrowDown') setWalked({ query, at: (at + 1) % length })
      else if (event.key === 'ArrowUp') setWalked({ query, at: (at + length - 1) % length })
      else if (event.key === 'Enter' || event.key === 'Tab') choose(editor, at)
      else if (event.key === 'Escape') setDismissed(state.block)
      else return false
      event.preventDefault()
      return true
    }
    editor.registerPlugin(new Plugin({ key, props: { handleKeyDown } }), (plugin, others) => [plugin, ...others])
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(key)
    }
  }, [editor])
  useEffect(() => {
    if (editor.isDestroyed) return
    const dom = editor.view.dom
    if (open) dom.setAttribute('aria-activedescendant', `slash-${at}`)
    else dom.removeAttribute('aria-activedescendant')
    const sheet = ref.current?.offsetParent
    if (!open || !ref.current || !sheet || !state) return
    const [caret, frame] = [editor.view.coordsAtPos(state.from), sheet.getBoundingClientRect()]
    ref.current.style.insetBlockStart = `${caret.bottom - frame.top + sheet.scrollTop + 6}px`
    ref.current.style.insetInlineStart = `${caret.left - frame.left}px`
  })

  return (
    <div ref={ref} hidden={!open} className="rise absolute z-3 w-[300px] rounded-[8px] bg-raised p-1 shadow-float">
      <p className="px-2 py-1 text-label text-quiet" id="slash-label">
        Insert
      </p>
      <div role="listbox" aria-labelledby="slash-label">
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the text, which holds the focus
          <div
            key={entry.name}
            id={`slash-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(editor, index)}
            className="flex h-[30px] cursor-pointer items-center gap-2 rounded-control px-2 hover:bg-sunk aria-selected:bg-accent-wash"
          >
            <Icon of={entry.glyph} />
            {entry.name}
            {entry.key && (
              <small className="ms-auto text-label text-quiet">
                {index === at ? 'Enter' : entry.key.length < 4 ? entry.key : keyName(entry.key)}
              </small>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

type Typed = ReturnType<typeof typed>

const offeredFor = (state: Typed) =>
  blockList.filter(({ name, words }) => state && `${name} ${words}`.toLowerCase().includes(state.query))

/** Another query starts at the top again. */
const atIn = (walked: { query: string; at: number }, state: Typed) => (walked.query === state?.query ? walked.at : 0)

function choose(editor: Editor, index: number) {
  const state = typed(editor)
  const entry = offeredFor(state)[index]
  if (!state || !entry) return
  editor.chain().deleteRange({ from: state.from, to: state.to }).run()
  entry.run(editor)
}

function typed(editor: Editor) {
  const { selection } = editor.state
  const { $from } = selection
  if (
    !editor.isEditable ||
    !editor.isFocused ||
    !selection.empty ||
    $from.parent.type.name !== 'paragraph' ||
    $from.depth !== 1
  )
    return null
  const match = /^\/([\p{L}\p{N} ]{0,20})$/u.exec($from.parent.textContent)
  if (!match) return null
  return {
    query: (match[1] ?? '').toLowerCase(),
    from: $from.start(),
    to: $from.end(),
    block: String($from.parent.attrs.id),
  }
}
