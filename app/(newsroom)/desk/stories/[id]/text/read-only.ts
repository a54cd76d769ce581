import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** A text that one may only read says so to who cannot see that it takes no caret. */
export const ReadOnly = Extension.create({
  name: 'readOnly',
  addProseMirrorPlugins() {
    const { editor } = this
    const attributes = (): Record<string, string> => (editor.isEditable ? {} : { 'aria-readonly': 'true' })
    return [new Plugin({ props: { attributes } })]
  },
})
