import type { Source } from '../source'
import { addWord, TEXT_BYTES, type Words } from '../words'
import { type Element, elementAt, elementsIn, numberIn, textIn } from './element'
import { id } from './ids'

const names: Record<string, keyof Words> = {
  TITLE: 'title',
  ARTIST: 'artist',
  ALBUM: 'album',
  DESCRIPTION: 'description',
  COMMENT: 'description',
  COPYRIGHT: 'copyright',
  DATE: 'date',
  DATE_RELEASED: 'date',
  GENRE: 'genre',
}

const MOST_TAGS = 200

export async function readTags(source: Source, tags: Element, words: Words): Promise<void> {
  let left = MOST_TAGS
  for await (const tag of elementsIn(source, tags)) {
    if (tag.id !== id.tag) continue
    for await (const simple of elementsIn(source, tag)) {
      if (simple.id !== id.simpleTag || --left < 0) continue
      let [name, value] = ['', '']
      for await (const part of elementsIn(source, simple)) {
        if (part.id === id.tagName) name = await textIn(source, part)
        if (part.id === id.tagString) value = await textIn(source, part, TEXT_BYTES)
      }
      addWord(words, names[name.toUpperCase()], value)
    }
  }
}

/** Where a film's directory says that its tags are; what it says may be wrong. */
export async function findTags(source: Source, segment: Element, seekHead: Element): Promise<Element | undefined> {
  for await (const seek of elementsIn(source, seekHead)) {
    if (seek.id !== id.seek) continue
    let [what, position] = [0, -1]
    for await (const part of elementsIn(source, seek)) {
      if (part.id === id.seekId) what = await numberIn(source, part)
      if (part.id === id.seekPosition) position = await numberIn(source, part)
    }
    if (what !== id.tags || position < 0 || segment.from + position >= segment.to) continue
    const tags = await elementAt(source, segment.from + position, segment.to)
    if (tags?.id === id.tags && !tags.open && tags.to <= segment.to) return tags
  }
  return undefined
}
