import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** Escape, then Tab, leaves the text from wherever one is: in a list Tab alone means something else. */
export const WayOut = Extension.create({
  name: 'wayOut',
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
