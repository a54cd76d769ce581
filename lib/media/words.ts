import { wordsOf } from '#lib/db/fold'

import type { MediaFields } from './fields'

/** All words of something of the library as they are searched: a run of folded words, each with a space before it. */
export const foldedOf = (
  said: Pick<MediaFields, 'name' | 'alt' | 'caption' | 'credit' | 'source' | 'notes' | 'dateline' | 'keywords'>,
) =>
  [said.name, said.alt, said.caption, said.credit, said.source, said.notes, said.dateline, ...said.keywords]
    .flatMap(wordsOf)
    .filter((word, i, all) => all.indexOf(word) === i)
    .map((word) => ` ${word}`)
    .join('')
