import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** The blocks that the caret or the selection is in have a class, so that focus mode can let the others step back. */
export const CaretBlock = Extension.create({
  name: 'caretBlock',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations({ doc, selection }) {
          const drawn: Decoration[] = []
          doc.nodesBetween(selection.from, selection.to, (node, at) => {
            drawn.push(Decoration.node(at, at + node.nodeSize, { class: 'has-caret' }))
            return false
          })
          return DecorationSet.create(doc, drawn)
        },
      },
    }),
  ],
})
