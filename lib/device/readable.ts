import type * as Y from 'yjs'

import { newId } from '#lib/id'
import { type Body, type StoryDocument, schemaVersion } from '#lib/story/document/nodes'
import { bodyOf, type RawNode, rawNodes, readLine, toDocument } from '#lib/story/document/ydoc'

/** What a document says, as this version writes it; of one that it cannot read, the words, a paragraph a block. */
export function readable(ydoc: Y.Doc): StoryDocument {
  try {
    return toDocument(ydoc)
  } catch {
    const [headline, standfirst] = [readLine(ydoc, 'headline'), readLine(ydoc, 'standfirst')]
    return { schema: schemaVersion, headline, standfirst, body: wordsOf(ydoc) }
  }
}

function wordsOf(ydoc: Y.Doc): Body {
  const blocks = bodyOf(ydoc).toArray().flatMap(rawNodes)
  return {
    type: 'doc',
    content: blocks.map((block) => {
      const { id } = (block.attrs ?? {}) as { id?: unknown }
      const text = linesOf(block).join(' ').trim()
      const attrs = { id: typeof id === 'string' ? id : newId() }
      return { type: 'paragraph', attrs, ...(text ? { content: [{ type: 'text', text }] } : {}) }
    }),
  }
}

/** Words that stand in one line stay together. */
function linesOf({ text, content = [] }: RawNode): string[] {
  if (text !== undefined) return [text]
  if (content.some((node) => node.text !== undefined)) return [content.map((node) => node.text ?? '').join('')]
  return content.flatMap(linesOf)
}
