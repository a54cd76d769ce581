import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/react'

/** A passage that is commented on; `now` is the one that one is at. */
export type CommentMark = { thread: string; from: number; to: number; now: boolean }

type State = { marks: readonly CommentMark[]; drawn: DecorationSet }
const key = new PluginKey<State>('comment-marks')

/** Draws what is commented on; nothing of it is in the text. Between two tellings the marks move with the words. */
export const CommentMarks = Extension.create<{ onThread: (thread: string) => void }>({
  name: 'commentMarks',
  addOptions: () => ({ onThread: () => {} }),
  addProseMirrorPlugins() {
    const { onThread } = this.options
    return [
      new Plugin<State>({
        key,
        state: {
          init: () => ({ marks: [], drawn: DecorationSet.empty }),
          apply(tr, { marks, drawn }) {
            const next = tr.getMeta(key) as readonly CommentMark[] | undefined
            if (!next) return { marks, drawn: drawn.map(tr.mapping, tr.doc) }
            const size = tr.doc.content.size
            return {
              marks: next,
              drawn: DecorationSet.create(
                tr.doc,
                next
                  .filter(({ from, to }) => from < to && to <= size)
                  .map(({ from, to, thread, now }) =>
                    Decoration.inline(from, to, { class: now ? 'commented commented-now' : 'commented' }, { thread }),
                  ),
              ),
            }
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.drawn,
          handleClick(view, pos) {
            const [hit] = key.getState(view.state)?.drawn.find(pos, pos) ?? []
            if (hit) onThread(hit.spec.thread)
            return false
          },
        },
      }),
    ]
  },
})

/** Replaces what is drawn; nothing of the document changes, nothing is sent. */
export function markComments(editor: Editor, marks: readonly CommentMark[]) {
  if (editor.isDestroyed) return
  const before = key.getState(editor.state)?.marks
  if (!before || (before.length === 0 && marks.length === 0)) return
  editor.view.dispatch(editor.state.tr.setMeta(key, marks).setMeta('addToHistory', false))
}
