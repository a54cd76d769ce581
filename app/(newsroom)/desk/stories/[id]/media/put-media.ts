import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'

import { newId } from '#lib/id'
import type { Shown } from '#lib/media/known'
import type { Clip, Gallery, Image } from '#lib/story/document/nodes'

import type { Put } from '../library/library'
import { asOne } from '../text/as-one'

/** Where in the text something is to stand, as the text is then. */
type Place = () => number

/** Something of the library in a text says nothing of its own to begin with. */
export const imageOf = ({ id }: { id: string }): Image => ({
  type: 'image',
  attrs: { id: newId(), media: id, alt: '', caption: '', credit: '', crop: '', wide: false },
})

const clipOf = ({ id }: { id: string }): Clip => ({
  type: 'clip',
  attrs: { id: newId(), media: id, caption: '', credit: '' },
})

export const blockOf = (media: Pick<Shown, 'id' | 'kind'>): Image | Clip =>
  media.kind === 'picture' ? imageOf(media) : clipOf(media)

export const galleryOf = (pictures: { id: string }[]): Gallery => ({
  type: 'gallery',
  attrs: { id: newId(), title: '' },
  content: pictures.map(imageOf),
})

/** Adds pictures at a gallery's end, in one step; the caret stays where it is. */
export function addToGallery(editor: Editor, gallery: string, pictures: Image[]): void {
  const found = findBlock(editor.state.doc, gallery)
  if (found) insert(editor, found.at + found.node.nodeSize - 1, pictures)
}

/**
 * Puts what comes into the library where the text was when it was sent, however the text has changed since: each file in
 * one step of its own, and those of one sending in their order, whichever comes first.
 */
export function putIntoText(editor: Editor, place: Place): Put {
  const first = (block: Image | Clip) => insertAtBoundary(editor, place(), block)
  const [inGallery, inText] = [ordered(editor, first), ordered(editor, first)]
  return (media, index) => {
    if (editor.isDestroyed) return
    const put = media.kind === 'picture' && isInGallery(editor.state.doc, place()) ? inGallery : inText
    put(media, index)
  }
}

/** The same for a gallery; what is not a picture, and all once the gallery is gone, stays in the library alone. */
export function putIntoGallery(editor: Editor, gallery: string): Put {
  const put = ordered(editor, (block) => addToGallery(editor, gallery, [block as Image]))
  return (media, index) => {
    if (media.kind === 'picture' && !editor.isDestroyed && findBlock(editor.state.doc, gallery)) put(media, index)
  }
}

/** The first makes the gallery, where the text was then. */
export function putAsGallery(editor: Editor, place: Place): Put {
  let put: Put | undefined
  return (media, index) => {
    if (media.kind !== 'picture' || editor.isDestroyed) return
    if (put) return put(media, index)
    const gallery = galleryOf([])
    insertAtBoundary(editor, place(), gallery)
    put = putIntoGallery(editor, gallery.attrs.id)
    put(media, index)
  }
}

/** @param first puts the one that comes first */
function ordered(editor: Editor, first: (block: Image | Clip) => void): Put {
  const done = new Map<number, string>()
  return (media, index) => {
    if (editor.isDestroyed) return
    const block = blockOf(media)
    const at = besideOthers(editor.state.doc, done, index)
    if (at === undefined) first(block)
    else insert(editor, at, [block])
    done.set(index, block.attrs.id)
  }
}

/** Behind the nearest one before it, else before the nearest one behind it. */
function besideOthers(doc: Node, done: ReadonlyMap<number, string>, index: number): number | undefined {
  const there = [...done].sort(([a], [b]) => a - b).map(([i, id]) => ({ i, found: findBlock(doc, id) }))
  const before = there.findLast(({ i, found }) => i < index && found)?.found
  if (before) return before.at + before.node.nodeSize
  return there.find(({ i, found }) => i > index && found)?.found?.at
}

/**
 * No paragraph is cut: behind one with words, before an empty one, which stays to be written in. A picture whose place is
 * in a gallery stands there, anything else behind it.
 */
function insertAtBoundary(editor: Editor, at: number, block: Image | Clip | Gallery) {
  const { doc } = editor.state
  if (block.type === 'image' && isInGallery(doc, at)) return insert(editor, at, [block])
  const $at = doc.resolve(Math.min(at, doc.content.size))
  const isBlank = $at.depth === 1 && $at.parent.isTextblock && $at.parent.content.size === 0
  insert(editor, $at.depth ? (isBlank ? $at.before(1) : $at.after(1)) : $at.pos, [block])
}

/** Whether a place is among a gallery's pictures. */
const isInGallery = (doc: Node, at: number): boolean =>
  doc.resolve(Math.min(at, doc.content.size)).parent.type.name === 'gallery'

function insert(editor: Editor, at: number, blocks: (Image | Clip | Gallery)[]) {
  const { view } = editor
  const { schema, doc, tr } = view.state
  const nodes = blocks.map((block) => schema.nodeFromJSON(block))
  // At the text's end something to go on with.
  if (at === doc.content.size) nodes.push(schema.node('paragraph', { id: newId() }))
  asOne(view, () => view.dispatch(tr.insert(at, nodes)))
}

function findBlock(doc: Node, id: string): { node: Node; at: number } | undefined {
  let found: { node: Node; at: number } | undefined
  doc.descendants((node, at) => {
    if (node.attrs.id === id) found = { node, at }
    return !found && !node.isTextblock
  })
  return found
}
