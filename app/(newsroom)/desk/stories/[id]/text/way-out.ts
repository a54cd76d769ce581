import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Tab goes to what a block has beside its words, such as whose they are: the browser's own would go to the first field of
 * the whole text. Escape, then Tab, leaves the text from wherever one is: in a list Tab alone means something else.
 */
export const WayOut = Extension.create({
  name: 'wayOut',
  // After lists and tables, whose Tab is their own.
  priority: 50,
  addKeyboardShortcuts() {
    return { Tab: () => goToField(this.editor.view) }
  },
  addProseMirrorPlugins() {
    let leaving = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(_view, event) {
              // The browser's own Tab, which nobody here is asked about.
              if (event.key === 'Tab' && leaving) return true
              if (event.key !== 'Shift') leaving = event.key === 'Escape' && !event.isComposing
              return false
            },
            blur: () => {
              leaving = false
            },
          },
        },
      }),
    ]
  },
})

/** @returns whether the caret's block has a field or a button after its words */
function goToField(view: EditorView): boolean {
  const { $from } = view.state.selection
  const dom = $from.depth ? view.nodeDOM($from.before(1)) : null
  const field = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>(fields) : null
  field?.focus()
  return field !== null
}
const fields = ':is(figcaption, footer)[contenteditable="false"] :is(input, button)'
