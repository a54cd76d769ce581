import type { EditorView } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'

/** What is done in it is a step of its own, which one undo takes back and which takes nothing else with it. */
export function asOne<T>(view: EditorView, run: () => T): T {
  const { undoManager } = yUndoPluginKey.getState(view.state) ?? {}
  undoManager?.stopCapturing()
  const done = run()
  undoManager?.stopCapturing()
  return done
}
