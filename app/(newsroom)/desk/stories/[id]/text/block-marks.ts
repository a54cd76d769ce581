import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/react'

/**
 * What is drawn on a block without being in the text; the one paragraph of a headline has no id (null).
 * @property ranges characters of the block's own text; without them the whole block is marked
 * @property gutter stands in the margin
 */
export type BlockMark = {
  id: string | null
  className: string
  gutter?: string
  ranges?: { from: number; to: number }[]
}

type Layers = Record<string, readonly BlockMark[]>
const key = new PluginKey<{ layers: Layers; drawn: DecorationSet }>('block-marks')

/** Marks of several hands (the paste doctor's, what waits for publication), each in its layer. */
export const BlockMarks = Extension.create({
  name: 'blockMarks',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => ({ layers: {}, drawn: DecorationSet.empty }),
        apply(tr, { layers, drawn }) {
          const change = tr.getMeta(key) as Layers | undefined
          if (!change) return { layers, drawn: drawn.map(tr.mapping, tr.doc) }
          const next: Layers = { ...layers, ...change }
          return { layers: next, drawn: DecorationSet.create(tr.doc, decorations(tr.doc, Object.values(next).flat())) }
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn },
    }),
  ],
})

/** Replaces one layer of marks; nothing of the document changes, nothing is sent. */
export function markBlocks(editor: Editor, layer: string, marks: readonly BlockMark[]) {
  if (editor.isDestroyed) return
  // Drawn round the letters of a composition, a mark would end it.
  if (editor.view.composing) return markLater(editor, layer, marks)
  const before = key.getState(editor.state)?.layers[layer] ?? []
  if (JSON.stringify(before) === JSON.stringify(marks)) return
  editor.view.dispatch(editor.state.tr.setMeta(key, { [layer]: marks }).setMeta('addToHistory', false))
}

const later = new WeakMap<Editor, Record<string, readonly BlockMark[]>>()

function markLater(editor: Editor, layer: string, marks: readonly BlockMark[]) {
  const waiting = later.get(editor)
  later.set(editor, { ...waiting, [layer]: marks })
  if (waiting) return
  const draw = () => {
    const due = Object.entries(later.get(editor) ?? {})
    later.delete(editor)
    for (const [layer, marks] of due) markBlocks(editor, layer, marks)
  }
  editor.view.dom.addEventListener('compositionend', () => setTimeout(draw, 40), { once: true })
}

function decorations(doc: Node, marks: readonly BlockMark[]): Decoration[] {
  const byId = new Map<string | null, BlockMark[]>()
  for (const mark of marks) byId.set(mark.id, [...(byId.get(mark.id) ?? []), mark])
  const made: Decoration[] = []
  doc.forEach((node, at) => {
    for (const mark of byId.get(node.attrs.id ?? null) ?? []) made.push(...draw(node, at, mark))
  })
  return made
}

function draw(node: Node, at: number, { className, ranges, gutter }: BlockMark): Decoration[] {
  const marks = ranges
    ? ranges.map(({ from, to }) =>
        Decoration.inline(at + 1 + from, at + 1 + Math.min(to, node.content.size), { class: className }),
      )
    : [Decoration.node(at, at + node.nodeSize, { class: className })]
  return gutter ? [...marks, Decoration.node(at, at + node.nodeSize, { 'data-gutter': gutter })] : marks
}
