import { fromText } from '#lib/checks/paste/from-text'
import { blocksOf } from '#lib/interchange/html/blocks'
import { looksLikeMarkdown } from '#lib/interchange/markdown/looks-like'
import type { Block } from '#lib/story/document/nodes'

import { decodeText } from './decode-text'
import { type FileKind, kindOf } from './file-kinds'
import { NotTaken } from './not-taken'
import { sendWord } from './send-word'

/** What a file brought; `left`: what of it was left out or settled, in words. */
export type Taken = { blocks: Block[]; left: string[]; word: boolean; shed: number }

type Options = { story: string; onProgress: (share: number) => void; signal: AbortSignal }

/**
 * A file's text as blocks. What reads Markdown and web pages is loaded when such a file comes.
 * @throws NotTaken with the reason; undefined when it was called off
 */
export async function readFile(file: File, { story, ...options }: Options): Promise<Taken | undefined> {
  const kind = kindOf(file)
  if (typeof kind !== 'string') throw new NotTaken(kind.refused)
  if (kind === 'word') {
    const word = await sendWord(story, file, options)
    return word && { blocks: word.blocks, left: leftOut(word), word: true, shed: 0 }
  }
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  const { blocks, pictures, shed } = await madeOf(text, kind)
  return options.signal.aborted ? undefined : { blocks, left: leftOut({ pictures }), word: false, shed }
}

async function madeOf(text: string, kind: Exclude<FileKind, 'word'>) {
  if (kind === 'html') {
    const { parseHtml } = await import('#lib/interchange/html/parse')
    return blocksOf(parseHtml(text))
  }
  if (kind === 'text' && !looksLikeMarkdown(text)) return { blocks: fromText(text), pictures: 0, shed: 0 }
  const { treesOf } = await import('#lib/interchange/markdown/trees')
  return blocksOf(treesOf(text))
}

/** In words: "3 pictures". */
export function leftOut({ pictures = 0, comments = 0, changes = 0 }): string[] {
  const counted = (count: number, one: string) => (count ? [`${count} ${one}${count === 1 ? '' : 's'}`] : [])
  const left = [...counted(pictures, 'picture'), ...counted(comments, 'comment')]
  return [
    ...(left.length ? [`Left out: ${left.join(', ')}.`] : []),
    ...(changes ? ['Tracked changes were taken as accepted.'] : []),
  ]
}
