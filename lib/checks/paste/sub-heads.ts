import type { Block, Paragraph } from '#lib/story/document/nodes'
import { countWords, inlineText } from '#lib/story/document/text'

import { isAlsoRead } from './also-read'
import { type Context, counted, type Finding, notKept } from './finding'
import { bylineIn, isDateLine, isProse } from './lines'

const quoted = /^["“”„«‘'‹]/u
const listed = /^(?:[•·▪◦*●–—-]|\(?\d{1,3}[.)]|\(?\p{L}[.)])\s/u
const credit = /©|https?:\/\/|www\.|\S@\S|^(?:photo|picture|image|video|source|credit|file|watch|caption)s?\b.*[:/]/iu

const aside = new Set<Block['type']>(['relatedStory', 'embed', 'table', 'correction', 'divider'])

/**
 * Short lines without a full stop between paragraphs. Blocks that stand aside from the text (related stories,
 * embeds, tables, corrections, dividers) do not count as neighbours. So many that they are no sub-heads (an interview's questions) are doubtful.
 */
export function findSubHeads(blocks: readonly Block[], context: Context): Finding[] {
  const text = blocks.filter(({ type }) => !aside.has(type))
  const lines = text.filter((block, at): block is Paragraph => {
    if (block.type !== 'paragraph' || !looksLikeOne(inlineText(block.content))) return false
    const [before, after] = [text[at - 1], text[at + 1]]
    return !!before && !!after && stands(before) && isProse(after)
  })
  const parts = notKept(lines.map(part), context)
  if (parts.length === 0) return []
  const certain = lines.length * 3 <= text.length
  return [
    {
      id: `sub-heads:${parts[0]!.block}`,
      kind: 'sub-heads',
      certain,
      title: parts.length === 1 ? 'A line that looks like a sub-head' : 'Lines that look like sub-heads',
      count: counted(parts.length, 'line'),
      explanation: certain
        ? 'Short, no full stop, between paragraphs.'
        : 'Short, no full stop, between paragraphs; but many for one story.',
      act: parts.length === 1 ? 'Make a heading' : 'Make headings',
      keep: 'Keep',
      blocks: parts.map(({ block }) => block),
      parts,
    },
  ]
}

const stands = (block: Block) => isProse(block) || block.type === 'bulletList' || block.type === 'orderedList'

function looksLikeOne(line: string) {
  const text = line.trim()
  if (text.length > 110 || !/^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) || /[.!…:;,。।"”»]$/u.test(text)) return false
  if (
    quoted.test(text) ||
    listed.test(text) ||
    credit.test(text) ||
    bylineIn(text) ||
    isDateLine(text) ||
    isAlsoRead(text)
  )
    return false
  return countWords(text) <= 14
}

const part = (block: Paragraph) => {
  const { id } = block.attrs
  const text = inlineText(block.content)
  return { id: `sub-heads:${id}`, block: id, text, edits: [{ heading: id, was: text, level: 2 as const }] }
}
