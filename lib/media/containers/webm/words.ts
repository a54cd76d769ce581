import type { Source } from '../source'
import { addComment, TEXT_BYTES, type Words } from '../words'
import { type Element, elementAt, elementsIn, numberIn, textIn } from './element'
import { id } from './ids'

const MOST_TAGS = 200

export function readTags(source: Source, tags: Element, words: Words): void {
  let left = MOST_TAGS
  for (const tag of elementsIn(source, tags)) {
    if (tag.id !== id.tag) continue
    for (const simple of elementsIn(source, tag)) {
      if (simple.id !== id.simpleTag || --left < 0) continue
      let [name, value] = ['', '']
      for (const part of elementsIn(source, simple)) {
        if (part.id === id.tagName) name = textIn(source, part)
        if (part.id === id.tagString) value = textIn(source, part, TEXT_BYTES)
      }
      addComment(words, name, value)
    }
  }
}

/** Where a film's directory says that its tags are; what it says may be wrong. */
export function findTags(source: Source, segment: Element, seekHead: Element): Element | undefined {
  for (const seek of elementsIn(source, seekHead)) {
    if (seek.id !== id.seek) continue
    let [what, position] = [0, -1]
    for (const part of elementsIn(source, seek)) {
      if (part.id === id.seekId) what = numberIn(source, part)
      if (part.id === id.seekPosition) position = numberIn(source, part)
    }
    if (what !== id.tags || position < 0 || segment.from + position >= segment.to) continue
    const tags = elementAt(source, segment.from + position, segment.to)
    if (tags?.id === id.tags && !tags.open && tags.to <= segment.to) return tags
  }
  return undefined
}
