import { Extension } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { needsDoctor } from '#lib/checks/paste/doctor'
import { fromText } from '#lib/checks/paste/from-text'
import { cleanLinks } from '#lib/checks/paste/links'
import { cleanText } from '#lib/story/document/clean'
import type { Block } from '#lib/story/document/nodes'

/** What a long paste brought: how many blocks, and how many tracking codes its links have lost on the way in. */
export type Pasted = { blocks: number; shed: number }

/**
 * Pastes into the body. Plain text (Ctrl Shift V always is) becomes a paragraph a line; the schema keeps of HTML what we
 * have blocks for; links lose what follows readers about; signs that no feed could carry are dropped.
 */
export const BodyPaste = Extension.create<{ onLong: (pasted: Pasted) => void }>({
  name: 'bodyPaste',
  addOptions: () => ({ onLong: () => {} }),
  addProseMirrorPlugins() {
    const { onLong } = this.options
    return [
      new Plugin({
        props: {
          clipboardTextParser: (text, _context, _plain, view) => sliceOf(text, view.state.schema),
          transformPasted(slice, view) {
            const fit = mapText(slice.content, view.state.schema)
            if (slice.openStart === 0 && slice.openEnd === 0 && fit.childCount === 0) return slice
            const blocks = blocksOf(fit)
            const { blocks: cleaned, shed } = cleanLinks(blocks)
            const content = shed ? Fragment.fromJSON(view.state.schema, cleaned) : fit
            // Only what comes as blocks of the body can be long; the doctor looks once the paste has landed.
            if (needsDoctor(blocks)) setTimeout(() => onLong({ blocks: blocks.length, shed }))
            return new Slice(content, slice.openStart, slice.openEnd)
          },
        },
      }),
    ]
  },
})

function sliceOf(text: string, schema: Schema): Slice {
  const paragraphs = fromText(text)
  const nodes = paragraphs.map(({ content }) =>
    schema.node(
      'paragraph',
      { id: null },
      content?.map(({ text }) => schema.text(text)),
    ),
  )
  // Open ends let the first and the last line join the words around the caret.
  return nodes.length ? new Slice(Fragment.from(nodes), 1, 1) : Slice.empty
}

const blocksOf = (content: Fragment) => (content.toJSON() ?? []) as Block[]

function mapText(content: Fragment, schema: Schema): Fragment {
  const nodes: Node[] = []
  for (const node of content.content) {
    const text = cleanText(node.text ?? '')
    if (!node.isText) nodes.push(node.copy(mapText(node.content, schema)))
    else if (text) nodes.push(schema.text(text, node.marks))
  }
  return Fragment.from(nodes)
}
