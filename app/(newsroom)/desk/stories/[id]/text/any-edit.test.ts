import { type Command, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { en } from '#lib/messages/en'
import { findDocumentFault } from '#lib/story/document/check'
import type { Body, StoryDocument } from '#lib/story/document/nodes'
import { DocumentBody } from '#lib/story/document/react'
import { bodySchema } from '#lib/story/document/schema'
import { canonical, seedUpdate, toDocument } from '#lib/story/document/ydoc'
import { anyBlocks } from '#lib/testing/any-document'

import { deleteBlocks, duplicateBlocks, moveBlocks } from './handle/block-moves'
import { type Turned, turnedNames, turnInto } from './handle/turn'
import { addColumn, addRow, clearCells, deleteColumn, deleteRow, goCell, goDown } from './table/table-commands'
import { TableKeys } from './table/table-keys'

const plugins = TableKeys.config.addProseMirrorPlugins!.call({} as never)
const turns = (Object.keys(turnedNames) as Turned[]).map(
  (kind): Command =>
    (state, dispatch) => {
      const { $from } = state.selection
      return $from.depth > 0 && turnInto($from.before(1), kind)(state, dispatch)
    },
)
const type: Command = (state, dispatch) => {
  if (!state.selection.$from.sameParent(state.selection.$to) || !state.selection.$from.parent.isTextblock) return false
  dispatch?.(state.tr.insertText('é🌊'))
  return true
}
const erase: Command = (state, dispatch) => {
  dispatch?.(state.tr.deleteSelection())
  return true
}
const commands: Command[] = [
  type,
  erase,
  moveBlocks(-1),
  moveBlocks(1),
  duplicateBlocks,
  deleteBlocks,
  addRow(0),
  addRow(1),
  addColumn(0),
  addColumn(1),
  deleteRow,
  deleteColumn,
  goCell(1),
  goCell(-1),
  goDown,
  clearCells,
  ...turns,
]

/** What an editor's own extension does at once: a block without an id is given one. */
function identified(state: EditorState): EditorState {
  const { tr } = state
  state.doc.descendants((node, pos) => {
    if ('id' in node.attrs && !node.attrs.id) tr.setNodeAttribute(pos, 'id', `made${pos}`)
  })
  return tr.docChanged ? state.apply(tr) : state
}

function select(state: EditorState, from: number, to: number): EditorState {
  const size = state.doc.content.size
  const at = (share: number) => {
    const place = state.doc.resolve(Math.floor(share * size))
    // No browser puts a caret into the middle of a letter of two units.
    const halves =
      /[\uD800-\uDBFF]$/.test(place.nodeBefore?.text ?? '') && /^[\uDC00-\uDFFF]/.test(place.nodeAfter?.text ?? '')
    return halves ? state.doc.resolve(place.pos - 1) : place
  }
  const atom = at(from).nodeAfter
  const selection =
    at(from).depth === 0 && atom?.isAtom
      ? NodeSelection.create(state.doc, at(from).pos)
      : TextSelection.between(at(from), at(to))
  return state.apply(state.tr.setSelection(selection))
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true })
const act = fc.record({ from: share, to: fc.option(share, { nil: undefined }), command: fc.nat(commands.length - 1) })

test('whatever is done in the editor, what comes of it passes the check, is rendered and comes back from co-editing', () => {
  fc.assert(
    fc.property(anyBlocks, fc.array(act, { minLength: 1, maxLength: 12 }), (content, acts) => {
      let state = EditorState.create({ doc: bodySchema().nodeFromJSON({ type: 'doc', content }), plugins })
      for (const { from, to, command } of acts) {
        state = select(state, from, to ?? from)
        commands[command]!(state, (tr) => {
          state = identified(state.apply(tr))
        })
        state.doc.check()
      }
      const body: Body = state.doc.toJSON()
      const document: StoryDocument = { schema: 3, headline: '', standfirst: '', body }
      expect(findDocumentFault(document)).toBeUndefined()
      const setting = { related: new Map(), day: (iso: string) => iso, dated: (iso: string) => iso, words: en }
      expect(renderToStaticMarkup(DocumentBody({ body, setting }))).not.toContain('undefined')
      const ydoc = new Y.Doc()
      Y.applyUpdate(ydoc, seedUpdate(document))
      expect(toDocument(ydoc).body.content).toEqual(body.content.map(canonical))
    }),
    { numRuns: 200 },
  )
}, 60_000)
