import type * as Y from 'yjs'

import type { StoryText } from '#lib/story/document/changes'
import type { Block } from '#lib/story/document/nodes'
import { bodyOf, readBlock, readLine } from '#lib/story/document/ydoc'

export type Reader = ReturnType<typeof makeReader>

/** Reads a document again and again as it changes: of its blocks only those that were touched. */
export function makeReader(ydoc: Y.Doc) {
  const read = new Map<unknown, Block>()
  const forget = ({ changed }: Y.Transaction) => {
    for (const type of changed.keys()) {
      let block = type as Y.AbstractType<unknown>
      while (block.parent?.parent) block = block.parent
      read.delete(block)
    }
  }
  ydoc.on('afterTransaction', forget)
  return {
    document(): StoryText {
      const elements = bodyOf(ydoc).toArray()
      const content = elements.map((element) => {
        const block = read.get(element) ?? readBlock(element)
        read.set(element, block)
        return block
      })
      if (read.size > 2 * elements.length) read.clear()
      return {
        headline: readLine(ydoc, 'headline'),
        standfirst: readLine(ydoc, 'standfirst'),
        body: { type: 'doc', content },
      }
    },
    stop: () => ydoc.off('afterTransaction', forget),
  }
}
