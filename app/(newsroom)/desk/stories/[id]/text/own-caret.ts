import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { type ProsemirrorBinding, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'

type Change = { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean }
type Kept = { type: string; anchor: unknown; head: unknown } | null

/**
 * One's caret stays between the letters where it is while a colleague writes in the same paragraph. The binding keeps
 * such a place well, but takes it for lost as soon as the paragraph says something else, and then counts characters from
 * the paragraph's start: what one types next would stand amid a word. So where the kept place is in the same block as
 * before, it holds.
 */
export const OwnCaret = Extension.create({
  name: 'ownCaret',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, before, after) {
        const change = transactions
          .map((tr) => tr.getMeta(ySyncPluginKey) as Change | undefined)
          .find((meta) => meta?.isChangeOrigin)
        return change && !change.isUndoRedoOperation ? keep(before, after) : null
      },
    }),
  ],
})

function keep(before: EditorState, after: EditorState): Transaction | null {
  const { binding } = (ySyncPluginKey.getState(before) ?? {}) as { binding?: ProsemirrorBinding }
  const kept = binding?.beforeTransactionSelection as Kept
  if (!binding || kept?.type !== 'text') return null
  const resolve = (place: unknown) =>
    relativePositionToAbsolutePosition(binding.doc, binding.type, place as never, binding.mapping)
  const [anchor, head] = [resolve(kept.anchor), resolve(kept.head)]
  const { selection, tr, doc } = after
  if (anchor === null || head === null || Math.max(anchor, head) > doc.content.size) return null
  if (anchor === selection.anchor && head === selection.head) return null
  const same = (was: number, is: number) => {
    const [old, now] = [before.doc.resolve(was).parent, doc.resolve(is).parent]
    return now.isTextblock && old.type === now.type && old.attrs.id === now.attrs.id
  }
  if (!same(before.selection.anchor, anchor) || !same(before.selection.head, head)) return null
  return tr.setSelection(TextSelection.create(doc, anchor, head)).setMeta('addToHistory', false)
}
