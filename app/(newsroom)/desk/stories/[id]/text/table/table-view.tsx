'use client'

import type { Command } from '@tiptap/pm/state'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, useEditorState } from '@tiptap/react'
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  FoldHorizontal,
  FoldVertical,
  PanelLeft,
  PanelTop,
} from 'lucide-react'

import type { Table } from '#lib/story/document/nodes'
import { mostColumns, mostRows } from '#lib/story/document/table'
import { type Glyph, Icon } from '#lib/ui/icon'

import { asOne } from '../as-one'
import { BlockLine } from '../blocks/block-line'
import { cellOf, widthOf } from './cells'
import { addColumn, addRow, deleteColumn, deleteRow } from './table-commands'

const acts: { name: string; glyph: Glyph; command: Command }[] = [
  { name: 'Row above', glyph: BetweenHorizontalStart, command: addRow(0) },
  { name: 'Row below', glyph: BetweenHorizontalEnd, command: addRow(1) },
  { name: 'Column before', glyph: BetweenVerticalStart, command: addColumn(0) },
  { name: 'Column after', glyph: BetweenVerticalEnd, command: addColumn(1) },
  { name: 'Delete row', glyph: FoldVertical, command: deleteRow },
  { name: 'Delete column', glyph: FoldHorizontal, command: deleteColumn },
]

/** A table as readers see it, with its caption above, and tools while the caret is in it. */
export function TableView(props: ReactNodeViewProps) {
  const { node, editor, getPos, updateAttributes } = props
  const { headRow, headColumn } = node.attrs as Table['attrs']
  const inside = useEditorState({
    editor,
    selector({ editor }) {
      const at = getPos()
      return editor.isEditable && at !== undefined && cellOf(editor.state)?.at === at
    },
  })
  const run = (command: Command) => {
    asOne(editor.view, () => command(editor.state, editor.view.dispatch))
    editor.commands.focus()
  }
  const full = node.childCount >= mostRows || widthOf(node) >= mostColumns
  return (
    <NodeViewWrapper className="table-block" role="group" aria-label="Table">
      <div contentEditable={false}>
        <div role="toolbar" aria-label="Table" className="table-tools" hidden={!inside}>
          {acts.map(({ name, glyph, command }) => (
            <Tool key={name} name={name} glyph={glyph} onRun={() => run(command)} />
          ))}
          <Tool
            name="First row names columns"
            glyph={PanelTop}
            on={headRow}
            onRun={() => updateAttributes({ headRow: !headRow })}
          />
          <Tool
            name="First column names rows"
            glyph={PanelLeft}
            on={headColumn}
            onRun={() => updateAttributes({ headColumn: !headColumn })}
          />
          {full && (
            <span className="px-1 text-label text-quiet">
              No more than {mostRows} rows, {mostColumns} columns.
            </span>
          )}
        </div>
        <BlockLine
          {...props}
          name="caption"
          label="Caption of the table"
          placeholder="Caption: what the table shows"
          className="table-caption"
          leaveTo="start"
        />
      </div>
      <div className="table-scroll">
        <NodeViewContent<'table'> as="table" data-head-row={headRow} data-head-column={headColumn} />
      </div>
    </NodeViewWrapper>
  )
}

function Tool({ name, glyph, on, onRun }: { name: string; glyph: Glyph; on?: boolean; onRun: () => void }) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={on}
      title={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
      className="grid size-[30px] place-items-center rounded-control hover:bg-sunk aria-pressed:bg-accent-wash aria-pressed:text-accent max-phone:size-10"
    >
      <Icon of={glyph} />
    </button>
  )
}
