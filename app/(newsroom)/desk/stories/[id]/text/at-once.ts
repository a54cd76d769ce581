import { Extension, resolveFocusPosition } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** What is typed without a pause goes where the key before it has led, also where the browser is late with its frames. */
export const AtOnce = Extension.create({
  name: 'atOnce',
  addCommands: () => ({
    /**
     * Tiptap's own waits for a frame, and until then keys go to where the focus was, or to nobody. A microtask comes
     * after this transaction and what React draws for it, and before any further key.
     */
    focus:
      (position = null, { scrollIntoView = true } = {}) =>
      ({ editor, view, tr, dispatch }) => {
        if (!dispatch || position === false || (position === null && view.hasFocus())) return true
        const selection = resolveFocusPosition(tr.doc, position)
        if (selection && !selection.eq(tr.selection)) tr.setSelection(selection)
        queueMicrotask(() => {
          if (editor.isDestroyed) return
          view.focus()
          if (scrollIntoView) editor.commands.scrollIntoView()
        })
        return true
      },
  }),
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          /** A key that moves the caret is the browser's, which tells of it later, maybe after the next key. */
          keydown({ dom }, event) {
            if (!event.isComposing) dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
          },
        },
      },
    }),
  ],
})
