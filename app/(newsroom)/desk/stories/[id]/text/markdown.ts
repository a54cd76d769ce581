import { Extension, InputRule, wrappingInputRule } from '@tiptap/core'

import { newId } from '#lib/id'

/** What is typed at the start of a line as in Markdown, beyond what headings, lists and marks bring along. */
export const Markdown = Extension.create({
  name: 'markdown',
  addInputRules() {
    const { editor } = this
    const quote = editor.schema.nodes.quote
    return [
      ...(quote ? [wrappingInputRule({ find: /^>\s$/, type: quote, getAttributes: () => ({ id: newId() }) })] : []),
      new InputRule({
        // A dash, too: that is what a keyboard or smart punctuation makes of the first two.
        find: /^(?:---|—-|–-|\*\*\*\s)$/,
        handler: ({ range, state }) => {
          const { tr, schema } = state
          const $from = tr.doc.resolve(range.from)
          // Only on a line of its own.
          if (
            $from.depth !== 1 ||
            $from.parent.type.name !== 'paragraph' ||
            $from.parent.content.size > range.to - range.from
          )
            return null
          tr.delete(range.from, range.to).insert($from.before(1), schema.node('divider', { id: newId() }))
        },
      }),
    ]
  },
})
