'use client'

import { type Command, NodeSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'

import { newId } from '#lib/id'
import { Kbd } from '#lib/ui/kbd'
import { keyName } from '#lib/ui/key-name'
import { MenuItem } from '#lib/ui/menu'
import { asOne } from '../as-one'
import { deleteBlocks, duplicateBlocks, moveBlocks } from './block-moves'
import { kindOf, type Turned, turnedNames, turnInto, turnsOf } from './turn'

/** What can be done with the block at a position; each is one step, which one undo takes back. */
export function BlockMenu({ editor, at }: { editor: Editor; at: number }) {
  const [turning, setTurning] = useState(false)
  const block = editor.state.doc.nodeAt(at)
  const kind = block && kindOf(block)
  if (!block) return null
  const run = (command: Command) => {
    const { view } = editor
    asOne(view, () => command(editor.state, view.dispatch))
    editor.commands.focus()
  }
  /** On the block itself, wherever the caret is. */
  const onBlock = (command: Command) => () => {
    const { view, state } = editor
    const { $from, $to } = state.selection
    const inside = $from.pos >= at && $to.pos <= at + block.nodeSize
    // In a list the keys move its items; the menu means all of it.
    if (!inside || !block.isTextblock) view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)))
    run(command)
  }
  if (turning && kind) return <Turns to={turnsOf(kind, editor.schema)} onChoose={(to) => run(turnInto(at, to))} />
  return (
    <>
      {kind && (
        <MenuItem
          aria-haspopup="menu"
          onClick={(event) => {
            event.stopPropagation()
            setTurning(true)
          }}
        >
          Turn into…
        </MenuItem>
      )}
      {at > 0 && (
        <MenuItem onClick={onBlock(moveBlocks(-1))} hint={<Kbd>{keyName('Alt-ArrowUp')}</Kbd>}>
          Move up
        </MenuItem>
      )}
      {at + block.nodeSize < editor.state.doc.content.size && (
        <MenuItem onClick={onBlock(moveBlocks(1))} hint={<Kbd>{keyName('Alt-ArrowDown')}</Kbd>}>
          Move down
        </MenuItem>
      )}
      <MenuItem onClick={onBlock(duplicateBlocks)} hint={<Kbd>{keyName('Mod-Shift-d')}</Kbd>}>
        Duplicate
      </MenuItem>
      <MenuItem onClick={() => insertBelow(editor, at + block.nodeSize)}>Insert below…</MenuItem>
      <MenuItem onClick={onBlock(deleteBlocks)} hint={<Kbd>{keyName('Mod-Shift-Backspace')}</Kbd>}>
        Delete
      </MenuItem>
    </>
  )
}

function Turns({ to, onChoose }: { to: Turned[]; onChoose: (kind: Turned) => void }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), [])
  return (
    <div ref={ref}>
      <p className="px-2 py-1 text-label text-quiet">Turn into</p>
      {to.map((one) => (
        <MenuItem key={one} onClick={() => onChoose(one)}>
          {turnedNames[one]}
        </MenuItem>
      ))}
    </div>
  )
}

/** An empty paragraph with the sign that offers all blocks. */
function insertBelow(editor: Editor, at: number) {
  const paragraph = { type: 'paragraph', attrs: { id: newId() }, content: [{ type: 'text', text: '/' }] }
  editor
    .chain()
    .insertContentAt(at, paragraph)
    .setTextSelection(at + 2)
    .focus()
    .run()
}
