import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** @returns whether the key was the menu's */
type OnKey = (event: KeyboardEvent) => boolean
type Listening = { menus: Set<OnKey> }

/**
 * Asks open menus for each key before the text has it. It stands there from the start: a plugin that comes later makes
 * all others' views anew, and with the document's the whole text.
 */
export const MenuKeys = Extension.create<object, Listening>({
  name: 'menuKeys',
  priority: 2000,
  addStorage: () => ({ menus: new Set() }),
  addProseMirrorPlugins() {
    const { menus } = this.storage
    return [new Plugin({ props: { handleKeyDown: (_view, event) => [...menus].some((onKey) => onKey(event)) } })]
  },
})

/** @returns ends it */
export function listenToKeys({ storage }: Editor, onKey: OnKey) {
  const { menus } = (storage as unknown as { menuKeys: Listening }).menuKeys
  menus.add(onKey)
  return () => void menus.delete(onKey)
}
