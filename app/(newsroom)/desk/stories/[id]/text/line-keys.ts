import { Extension } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

/** C0 controls, noncharacters and lone surrogates: no feed could carry them. */
const unfit = /[\u0000-\u001f\ufffe\uffff\p{Cs}]+/gu

/** A field of one line of plain text: Enter and ↓ at its end go on, Backspace never leaves; a paste becomes one line. */
export const LineKeys = Extension.create<{ next: () => void; previous?: () => void }>({
  name: 'lineKeys',
  addOptions: () => ({ next: () => {} }),
  addKeyboardShortcuts() {
    const go = (where: (() => void) | undefined, edge: 'start' | 'end') => () => {
      const { selection, doc } = this.editor.state
      const there = selection.empty && (edge === 'end' ? selection.to >= doc.content.size - 1 : selection.from <= 1)
      if (!where || !there) return false
      where()
      return true
    }
    const enter = () => {
      this.options.next()
      return true
    }
    return {
      Enter: enter,
      'Shift-Enter': enter,
      ArrowDown: go(this.options.next, 'end'),
      ArrowUp: go(this.options.previous, 'start'),
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handlePaste(view, _event, slice) {
          view.dispatch(view.state.tr.insertText(lineOf(slice)).scrollIntoView())
          return true
        },
        handleDrop(view, event, slice) {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (at) view.dispatch(view.state.tr.insertText(lineOf(slice), at.pos))
          return true
        },
      },
    }),
  ],
})

const lineOf = (slice: Slice) =>
  slice.content.textBetween(0, slice.content.size, ' ', ' ').replace(unfit, ' ').replace(/\s+/g, ' ')
