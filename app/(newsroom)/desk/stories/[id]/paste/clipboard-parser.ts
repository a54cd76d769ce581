import { DOMParser, Fragment, type ParseOptions, type Schema, Slice } from '@tiptap/pm/model'

import { blocksOf, type Made } from '#lib/interchange/html/blocks'

import { treesIn } from './dom-tree'

/**
 * Reads pasted HTML by our own rules; what was copied from a story of ours (or an editor of the same make) says itself
 * how it was cut, and is read by the schema.
 * @param onMade told what was made, and what was left out
 */
export function clipboardParser(schema: Schema, onMade: (made: Made) => void): DOMParser {
  const own = DOMParser.fromSchema(schema)
  const parser: DOMParser = Object.create(own)
  parser.parseSlice = (dom: HTMLElement, options?: ParseOptions) => {
    if (dom.querySelector('[data-pm-slice]')) return own.parseSlice(dom, options)
    const made = blocksOf(treesIn(dom))
    onMade(made)
    return Slice.maxOpen(Fragment.fromArray(made.blocks.map((block) => schema.nodeFromJSON(block))))
  }
  return parser
}
