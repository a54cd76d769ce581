'use client'

import { NodeSelection } from '@tiptap/pm/state'
import { type Editor, useEditorState } from '@tiptap/react'
import { GripVertical } from 'lucide-react'
import { type DragEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import { Icon } from '#lib/ui/icon'
import { Menu } from '#lib/ui/menu'

import { BlockMenu } from './block-menu'

/** A grip beside the block under the pointer, else beside that of the caret: to drag it by, and for what can be done with it. */
export function BlockHandle({ editor }: { editor: Editor }) {
  const [home] = useState(() => document.createElement('div'))
  useLayoutEffect(() => {
    // In the editor's own element: what is dragged from elsewhere would come as something new, with other ids.
    // That element's children are Tiptap's to move, so what React puts there stands in one of ours.
    if (!editor.isDestroyed) editor.view.dom.parentElement?.append(home)
    return () => home.remove()
  }, [editor, home])
  return createPortal(<Handle editor={editor} />, home)
}

function Handle({ editor }: { editor: Editor }) {
  const ref = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState(false)
  const { caret, editable, focused } = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) })
  const pointed = usePointed(editor, held)
  const at = pointed ?? caret
  useLayoutEffect(() => {
    if (ref.current && at !== null) place(ref.current, editor, at)
  })
  useEffect(() => {
    const again = () => ref.current && at !== null && place(ref.current, editor, at)
    window.addEventListener('resize', again)
    return () => window.removeEventListener('resize', again)
  })
  if (!editable) return null
  const select = () => {
    if (at === null) return
    const { state, view } = editor
    if (state.doc.nodeAt(at)) view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)))
  }
  const drag = (event: DragEvent) => {
    if (at === null) return
    select()
    const { view } = editor
    const slice = view.state.selection.content()
    const { dom, text } = view.serializeForClipboard(slice)
    const block = view.nodeDOM(at)
    event.dataTransfer.clearData()
    event.dataTransfer.setData('text/html', dom.innerHTML)
    event.dataTransfer.setData('text/plain', text)
    // Not a copy, which would come with another id and leave its comments behind.
    event.dataTransfer.effectAllowed = 'move'
    if (block instanceof HTMLElement) event.dataTransfer.setDragImage(block, 0, 0)
    view.dragging = { slice, move: true }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed is the grip in it
    <div
      ref={ref}
      contentEditable={false}
      hidden={at === null}
      data-shown={pointed !== null || focused || held}
      className="block-handle font-desk text-base"
      // It stays where it is from the first touch of it: the text loses the focus before the grip has it.
      onPointerDown={() => setHeld(true)}
      onDragEnd={() => setHeld(false)}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setHeld(false)}
    >
      <Menu
        label="Block: move, copy, delete, turn into"
        face={<Icon of={GripVertical} />}
        align="start"
        className="block-grip"
        draggable
        onDragStart={drag}
        onOpen={(open) => open && setHeld(true)}
      >
        {at !== null && <BlockMenu editor={editor} at={at} />}
      </Menu>
    </div>
  )
}

const stateOf = (editor: Editor) => {
  const { selection } = editor.state
  const { $from } = selection
  const isNode = selection instanceof NodeSelection && $from.depth === 0
  return {
    caret: $from.depth ? $from.before(1) : isNode ? selection.from : null,
    editable: editor.isEditable,
    focused: editor.isFocused,
  }
}

/** The position of the block that the pointer is beside or over; it stays while a menu is open. */
function usePointed(editor: Editor, held: boolean) {
  const [at, setAt] = useState<number | null>(null)
  const stays = useRef(held)
  stays.current = held
  const find = useCallback(
    (event: PointerEvent) => {
      if (stays.current || event.pointerType !== 'mouse' || editor.isDestroyed) return
      const { view } = editor
      if (event.target instanceof Element && event.target.closest('.block-handle')) return
      const box = view.dom.getBoundingClientRect()
      const isBeside = event.clientX > box.left - 60 && event.clientX < box.right + 20
      const under = isBeside ? document.elementFromPoint(box.left + 4, event.clientY) : null
      setAt(under && view.dom.contains(under) ? blockAt(editor, under) : null)
    },
    [editor],
  )
  useEffect(() => {
    const sheet = editor.view.dom.closest('main')
    const leave = () => !stays.current && setAt(null)
    sheet?.addEventListener('pointermove', find)
    sheet?.addEventListener('pointerleave', leave)
    // Positions move with what is written.
    editor.on('update', leave)
    return () => {
      sheet?.removeEventListener('pointermove', find)
      sheet?.removeEventListener('pointerleave', leave)
      editor.off('update', leave)
    }
  }, [editor, find])
  return at
}

function blockAt({ view, state }: Editor, element: Element): number | null {
  let top: Element | null = element
  while (top && top.parentElement !== view.dom) top = top.parentElement
  if (!top) return null
  const $pos = state.doc.resolve(view.posAtDOM(top, 0))
  return $pos.depth ? $pos.before(1) : $pos.nodeAfter ? $pos.pos : null
}

/** In the margin beside the block's first line; a phone has no margin, so there above its end. */
function place(element: HTMLElement, { view }: Editor, at: number) {
  const dom = view.nodeDOM(at)
  const frame = element.offsetParent
  if (!(dom instanceof HTMLElement) || !frame) return
  const top = dom.getBoundingClientRect().top - frame.getBoundingClientRect().top
  element.style.insetBlockStart = `${Math.round(top)}px`
}
