import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

import type { Hold } from '#lib/collab/hold'

/** ProseMirror takes 20 ms to settle what a composition has left. */
const settled = 40

/** While an input method composes here, colleagues' words wait. */
export const Composition = Extension.create<{ hold: Hold | undefined }>({
  name: 'composition',
  addOptions: () => ({ hold: undefined }),
  addProseMirrorPlugins() {
    const { hold } = this.options
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => hold?.release(), settled)
    }
    const begin = () => {
      clearTimeout(timer)
      hold?.begin()
    }
    return [
      new Plugin({
        view: () => ({ destroy: later }),
        props: { handleDOMEvents: { compositionstart: begin, compositionend: later } },
      }),
    ]
  },
})
