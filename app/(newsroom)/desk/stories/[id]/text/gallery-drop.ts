import type { Node, Slice } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * A picture that is dragged onto one of a gallery goes before or behind it.
 * @returns whether it was such a picture
 */
export function dropOnPicture(view: EditorView, event: DragEvent, slice: Slice): boolean {
  const picture = slice.content.firstChild
  const { selection, tr } = view.state
  if (picture?.type.name !== 'image' || !(selection instanceof NodeSelection)) return false
  const at = besidePicture(view, event)
  if (at === undefined) return false
  tr.deleteSelection()
  const to = tr.mapping.map(at)
  view.dispatch(tr.insert(to, picture).setSelection(NodeSelection.create(tr.doc, to)))
  return true
}

/** Where a file that falls on a gallery is to stand: beside the picture that it fell on, else at the gallery's end. */
export function placeInGallery(view: EditorView, event: DragEvent): number | undefined {
  const beside = besidePicture(view, event)
  if (beside !== undefined) return beside
  const gallery = nodeUnder(view, event, '.node-gallery', 'gallery')
  return gallery && gallery.at + gallery.node.nodeSize - 1
}

/**
 * Before or behind a picture of a gallery, by the half that is meant: they stand side by side, and the editor knows only
 * above and below.
 */
function besidePicture(view: EditorView, event: DragEvent): number | undefined {
  const found = nodeUnder(view, event, '.gallery-row .node-image', 'image')
  if (!found) return undefined
  const { left, width } = found.dom.getBoundingClientRect()
  const rightToLeft = getComputedStyle(found.dom).direction === 'rtl'
  const behind = event.clientX > left + width / 2 !== rightToLeft
  return behind ? found.at + 1 : found.at
}

function nodeUnder(view: EditorView, { target }: DragEvent, selector: string, type: string) {
  const dom = target instanceof Element ? target.closest(selector) : null
  let found: { dom: Element; node: Node; at: number } | undefined
  if (dom)
    view.state.doc.descendants((node, at) => {
      if (node.type.name === type && view.nodeDOM(at) === dom) found = { dom, node, at }
      return !found && !node.isTextblock
    })
  return found
}
