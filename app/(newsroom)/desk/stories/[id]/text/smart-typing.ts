import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'

import { marksOf } from '#lib/typography/marks'
import { better } from '#lib/typography/typed'

import { asOne } from './as-one'

/** @property on asked at each sign: it may be turned off in another window */
type Options = { language: string; on: () => boolean }

/**
 * Curly quotes, dashes and the rest as one types. What was typed comes first and the better sign is a step of its own,
 * so that undo right after gives the typed one back. What an input method composes is left to it.
 */
export const SmartTyping = Extension.create<Options>({
  name: 'smartTyping',
  addOptions: () => ({ language: '', on: () => true }),
  addProseMirrorPlugins() {
    const { on, language } = this.options
    const marks = marksOf(language)
    if (!marks) return []
    return [
      new Plugin({
        props: {
          handleTextInput(view, from, to, typed) {
            if (view.composing || typed.length !== 1 || !on()) return false
            const before = textBefore(view.state, from)
            const change = before !== undefined && better(before + typed, marks)
            if (!change) return false
            view.dispatch(view.state.tr.insertText(typed, from, to))
            const start = from + 1 - change.remove
            asOne(view, () => view.dispatch(view.state.tr.insertText(change.insert, start, from + 1).scrollIntoView()))
            return true
          },
        },
      }),
    ]
  },
})

/** The block's text up to a place; undefined inside of a link, whose words may be an address. */
function textBefore({ doc, schema }: EditorState, at: number): string | undefined {
  const $at = doc.resolve(at)
  const { link } = schema.marks
  if (link?.isInSet($at.marks()) && link.isInSet($at.nodeAfter?.marks ?? [])) return undefined
  return $at.parent.textBetween(0, $at.parentOffset, '', '\ufffc')
}
