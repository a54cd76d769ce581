import { Fragment, type Node } from '@tiptap/pm/model'
import { type Command, type EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'

import { newId } from '#lib/id'

/** Neighbours in one parent, from the child `first` to before the child `end`; `start` is the position of the first. */
type Run = { parent: Node; depth: number; first: number; end: number; start: number; size: number }

/** Moves the blocks of the selection past the one before (-1) or after them; in a list or a gallery, its items among themselves. */
export const moveBlocks =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const run = runOf(state)
    const neighbour = run?.parent.maybeChild(by < 0 ? run.first - 1 : run.end)
    if (!run || !neighbour) return false
    // The neighbour makes way, so that the caret stays in what moves.
    const at = by < 0 ? run.start - neighbour.nodeSize : run.start + run.size
    const to = by < 0 ? at + run.size : run.start
    dispatch?.(
      state.tr
        .delete(at, at + neighbour.nodeSize)
        .insert(to, neighbour)
        .scrollIntoView(),
    )
    return true
  }

/** Puts the blocks of the selection once more below them, and goes there. */
export const duplicateBlocks: Command = (state, dispatch) => {
  const run = runOf(state)
  if (!run) return false
  const { anchor, head } = state.selection
  const tr = state.tr.insert(run.start + run.size, Fragment.from(nodesOf(run).map(withNewIds)))
  const selection =
    state.selection instanceof NodeSelection
      ? NodeSelection.create(tr.doc, anchor + run.size)
      : TextSelection.between(tr.doc.resolve(anchor + run.size), tr.doc.resolve(head + run.size))
  dispatch?.(tr.setSelection(selection).scrollIntoView())
  return true
}

/** Takes the blocks of the selection out; what has no items any more goes too, and a paragraph stays to write in. */
export const deleteBlocks: Command = (state, dispatch) => {
  let run = runOf(state)
  while (run && hasItems(run.parent) && isWhole(run)) run = runAt(state, run.depth - 1)
  if (!run) return false
  const { start, size } = run
  const instead = isWhole(run) ? state.schema.node('paragraph', { id: newId() }) : Fragment.empty
  const tr = state.tr.replaceWith(start, start + size, instead)
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(start))).scrollIntoView())
  return true
}

const hasItems = (node: Node) => ['bulletList', 'orderedList', 'gallery'].includes(node.type.name)
const isWhole = ({ parent, first, end }: Run) => first === 0 && end === parent.childCount
const nodesOf = ({ parent, first, end }: Run) => parent.children.slice(first, end)

/** Items of the innermost list or gallery that holds all of the selection, else blocks of the body. */
function runOf(state: EditorState): Run | undefined {
  const { $from, $to } = state.selection
  let depth = $from.sharedDepth($to.pos)
  while (depth > 0 && !hasItems($from.node(depth))) depth -= 1
  return runAt(state, depth)
}

/** @returns undefined where the selection stands between two blocks */
function runAt({ selection: { $from, $to } }: EditorState, depth: number): Run | undefined {
  const [parent, first, end] = [$from.node(depth), $from.index(depth), $to.indexAfter(depth)]
  if (first === end) return undefined
  const run = { parent, depth, first, end, start: $from.posAtIndex(first, depth) }
  return { ...run, size: $from.posAtIndex(end, depth) - run.start }
}

function withNewIds(node: Node): Node {
  if (node.isText) return node
  const content = Fragment.from(node.children.map(withNewIds))
  return node.type.create('id' in node.attrs ? { ...node.attrs, id: newId() } : node.attrs, content, node.marks)
}
