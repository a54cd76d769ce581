'use client'

import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  MessageSquarePlus,
  PanelTop,
  Quote,
  TextQuote,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { newId } from '#lib/id'
import { type Glyph, Icon } from '#lib/ui/icon'
import { keyName } from '#lib/ui/key-name'

import { screenKeys } from '../keys'
import { usePlaced } from './use-placed'

type Act = { name: string; keys?: string; glyph: Glyph; on: (editor: Editor) => boolean; run: (editor: Editor) => void }

/** What can be done with words, by the keys that `keyName` reads. */
export const wordActs: Act[] = [
  {
    name: 'Bold',
    keys: 'Mod-b',
    glyph: Bold,
    on: (e) => e.isActive('bold'),
    run: (e) => e.chain().focus().toggleBold().run(),
  },
  {
    name: 'Italic',
    keys: 'Mod-i',
    glyph: Italic,
    on: (e) => e.isActive('italic'),
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    name: 'Sub-head',
    keys: 'Mod-Alt-2',
    glyph: Heading2,
    on: (e) => e.isActive('heading', { level: 2 }),
    run: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'Smaller sub-head',
    keys: 'Mod-Alt-3',
    glyph: Heading3,
    on: (e) => e.isActive('heading', { level: 3 }),
    run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: 'Quote with speaker',
    keys: 'Mod-Shift-q',
    glyph: Quote,
    on: (e) => e.isActive('quote'),
    run: (e) => e.chain().focus().toggleWrap('quote').run(),
  },
  {
    name: 'Pull quote',
    keys: 'Mod-Shift-l',
    glyph: TextQuote,
    on: (e) => e.isActive('pullQuote'),
    run: (e) => (e.isActive('pullQuote') ? e.chain().focus().setParagraph().run() : pullOut(e)),
  },
  {
    name: 'Fact box',
    keys: 'Mod-Shift-h',
    glyph: PanelTop,
    on: (e) => e.isActive('factBox'),
    run: (e) => e.chain().focus().toggleWrap('factBox').run(),
  },
  {
    name: 'List',
    keys: 'Mod-Shift-8',
    glyph: List,
    on: (e) => e.isActive('bulletList'),
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'Numbered list',
    keys: 'Mod-Shift-7',
    glyph: ListOrdered,
    on: (e) => e.isActive('orderedList'),
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
]

/** The words selected once more, set large, above the block that says them; the story keeps them where they are. */
function pullOut(editor: Editor) {
  const { doc, schema, selection } = editor.state
  const { $from, from, to } = selection
  const words = doc.textBetween(from, to, ' ').trim()
  const quote = words && schema.node('pullQuote', { id: newId(), speaker: '' }, schema.text(words))
  if (quote && $from.depth)
    editor.chain().focus().insertContentAt($from.before(1), quote.toJSON(), { updateSelection: true }).run()
}

type Props = {
  editor: Editor
  /** Where words can be marked and linked: not in a headline. */
  onLink?: () => void
  /** Where one may comment on them. */
  onComment?: () => void
}

/**
 * What one can do with the words selected, above them: who may only read comments on them. Alt F10 goes to it, as in
 * other writing programs.
 */
export function Bubble({ editor, onLink, onComment }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const [inside, setInside] = useState(false)
  const state = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) })
  const selected = useSelectedIn(editor)
  const shown = state.words && (state.focused || inside || (!state.editable && selected))
  usePlaced(ref, editor, shown, (element) => place(element, editor))
  useEffect(() => {
    if (editor.isDestroyed) return
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.altKey && event.key === 'F10') ref.current?.querySelector('button')?.focus()
    }
    const { dom } = editor.view
    dom.addEventListener('keydown', onKey)
    return () => dom.removeEventListener('keydown', onKey)
  }, [editor])

  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label="Words selected"
      hidden={!shown}
      onKeyDown={(event) => walk(event, editor)}
      onFocus={() => setInside(true)}
      onBlur={() => setInside(false)}
      onMouseDown={(event) => event.preventDefault()}
      className="absolute z-3 flex gap-px max-phone:flex-wrap rounded-[8px] bg-raised p-1 shadow-float"
    >
      {onLink &&
        state.editable &&
        wordActs.map((act, index) => (
          <Tool key={act.name} act={act} on={state.on[index] ?? false} onRun={() => act.run(editor)} />
        ))}
      {onLink && state.editable && (
        <Tool act={{ name: 'Link', keys: 'Mod-k', glyph: Link }} on={state.link} onRun={onLink} />
      )}
      {onComment && (
        <Tool act={{ name: 'Comment', keys: screenKeys.comment, glyph: MessageSquarePlus }} onRun={onComment} />
      )}
    </div>
  )
}

type ToolProps = { act: Pick<Act, 'name' | 'keys' | 'glyph'>; on?: boolean; onRun: () => void }

/** @param on of what is on or off */
function Tool({ act, on, onRun }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={act.name}
      aria-pressed={on}
      title={act.keys ? `${act.name} (${keyName(act.keys)})` : act.name}
      onClick={onRun}
      className="grid size-[30px] place-items-center rounded-control hover:bg-sunk aria-pressed:bg-accent-wash aria-pressed:text-accent max-phone:size-10"
    >
      <Icon of={act.glyph} />
    </button>
  )
}

/** Whether something in the editor is selected in the browser: one that only shows its text has no focus of its own. */
function useSelectedIn(editor: Editor): boolean {
  const [selected, setSelected] = useState(false)
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection()
      setSelected(
        Boolean(
          selection && !selection.isCollapsed && !editor.isDestroyed && editor.view.dom.contains(selection.anchorNode),
        ),
      )
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [editor])
  return selected
}

/** Looked at with each letter, so nothing is asked that is not shown. */
function stateOf(editor: Editor) {
  const { empty, from, to, $from } = editor.state.selection
  const words = !empty && $from.parent.isTextblock
  return {
    words,
    focused: editor.isFocused,
    editable: editor.isEditable,
    link: words && editor.isActive('link'),
    on: words ? wordActs.map((act) => act.on(editor)) : [],
    at: words ? `${from} ${to}` : '',
  }
}

/** Above the selection, inside the sheet that scrolls with it; below where there is no room. */
function place(element: HTMLElement, editor: Editor) {
  const sheet = element.offsetParent
  if (!sheet) return
  const { from, to } = editor.state.selection
  // Measured where it has the whole width: else it would stay as narrow as where it stood.
  element.style.insetInlineStart = '8px'
  const [start, end, frame] = [
    editor.view.coordsAtPos(from),
    editor.view.coordsAtPos(to),
    sheet.getBoundingClientRect(),
  ]
  const above = start.top - frame.top > element.offsetHeight + 8
  const top = above ? start.top - element.offsetHeight - 6 : end.bottom + 6
  const left = Math.min(Math.max(8, start.left - frame.left), frame.width - element.offsetWidth - 8)
  element.style.insetBlockStart = `${top - frame.top + sheet.scrollTop}px`
  element.style.insetInlineStart = `${Math.max(8, left)}px`
}

/** Arrows walk the tools, Escape goes back to the words. */
function walk(event: KeyboardEvent<HTMLElement>, editor: Editor) {
  const tools = [...event.currentTarget.querySelectorAll('button')]
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (event.key === 'Escape') editor.commands.focus()
  else if (step)
    tools[(tools.indexOf(document.activeElement as HTMLButtonElement) + step + tools.length) % tools.length]?.focus()
  else return
  event.preventDefault()
}
