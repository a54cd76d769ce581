import { Unreadable } from '../clip'
import type { Source } from '../source'
import { addWord, TEXT_BYTES, type Words } from '../words'
import { type Box, boxesIn, contentOf, findBox } from './boxes'

const names: Record<string, keyof Words> = {
  '\xa9nam': 'title',
  '\xa9ART': 'artist',
  '\xa9alb': 'album',
  '\xa9cmt': 'description',
  desc: 'description',
  cprt: 'copyright',
  '\xa9day': 'date',
  '\xa9gen': 'genre',
}

const MOST_ITEMS = 200

/** The list as iTunes and ffmpeg write it; a list that is broken is worth no refusal, as it is dropped. */
export function readWords(source: Source, moov: Box): Words {
  const words: Words = {}
  try {
    const meta = findBox(source, moov, 'udta', 'meta')
    const list = meta && findBox(source, { from: meta.from + 4, to: meta.to }, 'ilst')
    let left = MOST_ITEMS
    for (const item of boxesIn(source, list ?? { from: 0, to: 0 })) {
      const data = names[item.type] && findBox(source, item, 'data')
      if (data)
        addWord(
          words,
          names[item.type],
          contentOf(source, data, Math.min(data.to - data.from, TEXT_BYTES)).toString('utf8', 8),
        )
      if (--left === 0) break
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  return words
}
