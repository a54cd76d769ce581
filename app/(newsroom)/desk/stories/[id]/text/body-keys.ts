import { Extension } from '@tiptap/core'
import { type Command, NodeSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'

import { asOne } from './as-one'
import { deleteBlocks, duplicateBlocks, moveBlocks } from './handle/block-moves'
import { blockList, fits } from './menus/block-list'

type Options = { onLink: () => void; previous: () => void }

/** The keys of the body beyond those that its blocks and marks bring along. */
export const BodyKeys = Extension.create<Options>({
  name: 'bodyKeys',
  addOptions: () => ({ onLink: () => {}, previous: () => {} }),
  addKeyboardShortcuts() {
    const { editor, options } = this
    const leave = () => {
      const { selection } = editor.state
      if (!selection.empty || selection.from > 1) return false
      options.previous()
      return true
    }
    /** One step of its own, which one undo takes back; the key is ours also where there is nothing to do. */
    const step = (command: Command) =>
      handled(() => asOne(editor.view, () => command(editor.state, editor.view.dispatch)))
    const blocks = blockList
      .filter(({ key, browsers }) => key?.startsWith('Mod-') && !browsers)
      .map((kind) => [
        kind.key,
        handled(() => fits(editor as Editor, kind) && asOne(editor.view, () => kind.run(editor as Editor))),
      ])
    return {
      // The browser's own way there ends before a quote's attribution.
      'Ctrl-End': () => editor.commands.focus('end'),
      'Mod-k': handled(() => options.onLink()),
      ...Object.fromEntries(blocks),
      'Alt-ArrowUp': step(moveBlocks(-1)),
      'Alt-ArrowDown': step(moveBlocks(1)),
      'Mod-Shift-d': step(duplicateBlocks),
      'Mod-Shift-Backspace': step(deleteBlocks),
      ArrowUp: leave,
      ArrowLeft: leave,
      // A block without text that is selected: Enter goes to what can be done with it.
      Enter: () => editor.state.selection instanceof NodeSelection && enter(editor as Editor),
    }
  },
})

/** Nobody else is asked about the key. */
const handled = (run: () => void) => () => {
  run()
  return true
}

function enter(editor: Editor): boolean {
  const dom = editor.view.nodeDOM(editor.state.selection.from)
  const control = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('button, input') : null
  control?.focus()
  return control !== null
}
