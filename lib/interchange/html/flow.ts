import type { Block, Text } from '#lib/story/document/nodes'

import { type Look, marksOf, tidyLine } from './line'

/** Where the words of a place gather: lines, and blocks between them. */
export type Flow = ReturnType<typeof makeFlow>

/** @param idOf gives each block that comes about its id */
export function makeFlow(idOf: () => string) {
  const blocks: Block[] = []
  let line: Text[] = []
  /** Ends the line; what it holds is a paragraph. */
  const end = () => {
    const content = tidyLine(line)
    line = []
    if (content.length) blocks.push({ type: 'paragraph', attrs: { id: idOf() }, content })
  }
  return {
    end,
    text: (text: string, look: Look) => {
      const marks = marksOf(look)
      if (text) line.push(marks.length ? { type: 'text', text, marks } : { type: 'text', text })
    },
    add: (...more: Block[]) => {
      end()
      blocks.push(...more)
    },
    done: () => {
      end()
      return blocks
    },
  }
}
