import type { Block } from '#lib/story/document/nodes'
import { blockText, countWords } from '#lib/story/document/text'

import { relatedKey } from './also-read'
import { type Context, counted, type Finding, notKept } from './finding'
import { sameWords } from './lines'
import { type Run, repeatedRuns } from './runs'

/** Words from which a passage said twice is no refrain: a single block needs them to count, several to be certain. */
const longEnough = 20

/**
 * Passages that say again what already stands: two blocks or more, or one long one. The second copy is the one to go,
 * so each wording stays where it was first.
 */
export function findRepeats(blocks: readonly Block[], context: Context): Finding[] {
  const ids = new Map<string, number>()
  const symbols = blocks.map((block) => {
    const key = keyOf(block, context)
    const symbol = ids.get(key) ?? ids.size
    ids.set(key, symbol)
    return symbol
  })
  const copies = (run: Run) => blocks.slice(run.second, run.second + run.length)
  const isLong = (run: Run) => hasWords(copies(run), longEnough)
  const accept = (run: Run) => isLong(run) || copies(run).filter((block) => hasWords([block], 1)).length >= 2
  return repeatedRuns(symbols, accept)
    .map((run) => describe(blocks, run, isLong(run)))
    .filter((finding) => notKept(finding.parts, context).length > 0)
}

/** Blocks of one key say the same. What a pull quote says stands in the text as well, and is meant to. */
function keyOf(block: Block, context: Context): string {
  if (block.type === 'embed') return `embed ${block.attrs.provider} ${block.attrs.ref}`
  if (block.type === 'pullQuote') return `pull quote ${sameWords(blockText(block))}`
  const related = relatedKey(block, context)
  return related === undefined ? sameWords(blockText(block)) : `also read ${related}`
}

/** Whether the blocks hold so many words; counts no further. */
function hasWords(blocks: readonly Block[], least: number) {
  let words = 0
  for (const block of blocks) {
    words += countWords(blockText(block))
    if (words >= least) return true
  }
  return false
}

function describe(blocks: readonly Block[], { first, second, length }: Run, certain: boolean): Finding {
  const copies = blocks.slice(second, second + length)
  const id = `repeat:${copies[0]!.attrs.id}`
  const says = `${place(second, length)} ${length === 1 ? 'says' : 'say'} again, word for word, what stands in ${numbers(first, length)}.`
  return {
    id,
    kind: 'repeat',
    certain,
    title: 'Repeated passage',
    count: counted(length, 'block'),
    explanation: certain
      ? `${says}${length >= 5 ? ' Most likely the page was copied with its print version.' : ''}`
      : `${says} It is short, and may be meant.`,
    act: 'Remove the second',
    keep: 'Keep',
    blocks: copies.map((block) => block.attrs.id),
    also: blocks.slice(first, first + length).map((block) => block.attrs.id),
    parts: [
      {
        id,
        block: copies[0]!.attrs.id,
        text: copies.map(blockText).find(Boolean) ?? '',
        edits: copies.map((block) => ({ remove: block.attrs.id, was: blockText(block) })),
      },
    ],
  }
}

const numbers = (at: number, length: number) => (length === 1 ? `${at + 1}` : `${at + 1} to ${at + length}`)
const place = (at: number, length: number) => `Paragraph${length === 1 ? '' : 's'} ${numbers(at, length)}`
