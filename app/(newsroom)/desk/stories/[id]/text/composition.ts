import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

import type { Pause } from '#lib/collab/pause'

/** ProseMirror takes 20 ms to settle what a composition has left. */
const settled = 40

/** While an input method composes here, colleagues' words wait. */
export const Composition = Extension.create<{ pause: Pause | undefined }>({
  name: 'composition',
  addOptions: () => ({ pause: undefined }),
  addProseMirrorPlugins() {
    const { pause } = this.options
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => pause?.release(), settled)
    }
    const begin = () => {
      clearTimeout(timer)
      pause?.begin()
    }
    return [
      new Plugin({
        view: () => ({ destroy: later }),
        props: { handleDOMEvents: { compositionstart: begin, compositionend: later } },
      }),
    ]
  },
})
