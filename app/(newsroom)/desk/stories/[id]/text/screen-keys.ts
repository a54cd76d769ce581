import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** Enter with Ctrl or ⌘ is the screen's own, also while one writes: an editor would keep every Enter to itself. */
export const ScreenKeys = Extension.create({
  name: 'screenKeys',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: { keydown: (_view, { key, ctrlKey, metaKey }) => key === 'Enter' && (ctrlKey || metaKey) },
      },
    }),
  ],
})
