import { closeHistory, undoDepth } from '@tiptap/pm/history'
import type { EditorView } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'

/** What is done in it is a step of its own, which one undo takes back and which takes nothing else with it. */
export function asOne<T>(view: EditorView, run: () => T): T {
  const { undoManager } = yUndoPluginKey.getState(view.state) ?? {}
  const part = () => {
    if (undoManager) undoManager.stopCapturing()
    // A text that nobody else writes in keeps ProseMirror's own history.
    else if (undoDepth(view.state)) view.dispatch(closeHistory(view.state.tr))
  }
  part()
  const done = run()
  part()
  return done
}
