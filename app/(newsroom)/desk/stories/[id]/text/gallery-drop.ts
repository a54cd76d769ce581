import type { Slice } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * A picture that is dragged onto one of a gallery goes before or behind it, by the half that it fell on: they stand side
 * by side, and the editor knows only above and below.
 * @returns whether it was such a picture
 */
export function dropOnPicture(view: EditorView, event: DragEvent, slice: Slice): boolean {
  const on = event.target instanceof Element ? event.target.closest('.gallery-row .node-image') : null
  const picture = slice.content.firstChild
  const { selection, tr, doc } = view.state
  if (!on || picture?.type.name !== 'image' || !(selection instanceof NodeSelection)) return false
  let before: number | undefined
  doc.descendants((node, at) => {
    if (node.type.name === 'image' && view.nodeDOM(at) === on) before = at
    return before === undefined
  })
  if (before === undefined) return false
  const { left, width } = on.getBoundingClientRect()
  const rightToLeft = getComputedStyle(on).direction === 'rtl'
  const behind = event.clientX > left + width / 2 !== rightToLeft
  const at = behind ? before + 1 : before
  tr.deleteSelection()
  const to = tr.mapping.map(at)
  view.dispatch(tr.insert(to, picture).setSelection(NodeSelection.create(tr.doc, to)))
  return true
}
