import type { Paragraph } from '#lib/story/document/nodes'
import { inlineText } from '#lib/story/document/text'

import { type Element, isBlank, isElement, type Tree, textOf } from './tree'

export type Said = { words: Tree[]; speaker: string; role: string }

/** Longer than a name and an office together: no attribution, but words of the quote. */
const longest = 160

/** A quote's words, and whose they are, where `cite` or `footer` ends it or a caption stands beside it. */
export function attributed(quote: Element, caption?: Element): Said {
  const named = caption ?? lastNamed(quote.children)
  const who = named && whoIn(textOf(named))
  if (!named || !who) return { words: quote.children, speaker: '', role: '' }
  return { words: caption ? quote.children : quote.children.filter((tree) => tree !== named), ...who }
}

/** Whose words the paragraphs are, where the last of them is a dash and a name. */
export function dashedName(paragraphs: readonly Paragraph[]) {
  const last = inlineText(paragraphs.at(-1)?.content)
  return paragraphs.length > 1 && /^(?:[–—―]|--) ?\p{Lu}/u.test(last) ? whoIn(last) : undefined
}

/** "— Orla Fenn, keeper" */
function whoIn(text: string): { speaker: string; role: string } | undefined {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—―~]+/, '')
    .trim()
  if (!line || line.length > longest) return undefined
  const [, speaker = line, role = ''] = /^([^,]+),\s*(.+)$/.exec(line) ?? []
  return { speaker, role }
}

function lastNamed(trees: readonly Tree[]): Element | undefined {
  const last = trees.findLast((tree) => !isBlank(tree))
  if (!isElement(last)) return undefined
  if (last.name === 'cite' || last.name === 'footer' || last.name === 'figcaption')
    return trees.some((tree) => tree !== last && !isBlank(tree)) ? last : undefined
  // Some put it into a paragraph of its own.
  const only = last.children.filter((tree) => !isBlank(tree))
  return last.name === 'p' && only.length === 1 && isElement(only[0]) && only[0].name === 'cite' ? last : undefined
}
