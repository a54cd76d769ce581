import { ySyncPluginKey } from '@tiptap/y-tiptap'

import { type Bound, placeOf } from '#lib/comment/anchor'
import type { Thread } from '#lib/comment/queries'
import { type Part, parts } from '#lib/story/document/parts'

import type { Editors } from '../text/use-editors'

/**
 * A thread and where it stands. `here`: its passage is in the text. `gone`: its words are not there any more, perhaps not
 * even their block. `story`: it is about the story as a whole.
 */
export type Placed = Thread & ({ at: 'here'; part: Part; from: number; to: number } | { at: 'gone' | 'story' })

/** A part of the story as an editor has it bound to the shared document; undefined before it is. */
export function boundOf(editors: Editors, part: Part): Bound | undefined {
  const editor = editors[part]
  if (editor.isDestroyed) return undefined
  const sync = ySyncPluginKey.getState(editor.state)
  if (!sync?.binding) return undefined
  return { ydoc: sync.doc, type: sync.type, mapping: sync.binding.mapping, doc: editor.state.doc }
}

/** The threads in the order of the text: about the whole story first, those whose block is gone last. */
export function placed(threads: readonly Thread[], editors: Editors): Placed[] {
  const bound = Object.fromEntries(parts.map((part) => [part, boundOf(editors, part)])) as Record<Part, Bound>
  const sorted = threads.map((thread): { thread: Placed; order: number[] } => {
    const { part } = thread
    if (part === null) return { thread: { ...thread, at: 'story' }, order: [-1, 0] }
    const place = bound[part] ? placeOf({ ...thread, part }, bound[part]) : { gone: true as const, near: null }
    const rank = parts.indexOf(part)
    if (!place.gone) return { thread: { ...thread, at: 'here', part, ...place }, order: [rank, place.from] }
    return { thread: { ...thread, at: 'gone' }, order: place.near === null ? [parts.length, 0] : [rank, place.near] }
  })
  return sorted
    .sort((a, b) => (a.order[0] ?? 0) - (b.order[0] ?? 0) || (a.order[1] ?? 0) - (b.order[1] ?? 0))
    .map(({ thread }) => thread)
}

/** The part that the person is in, by the caret, or where one only reads by what is selected. */
export function partAt(editors: Editors): Part | undefined {
  const anchor = document.getSelection()?.anchorNode ?? null
  return parts.find((part) => editors[part].isFocused || editors[part].view.dom.contains(anchor))
}
