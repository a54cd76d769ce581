import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { addWord, TEXT_BYTES, type Words } from '../words'
import { type Element, elementsIn, numberIn, textIn } from './element'
import { id } from './ids'
import { findSegment, partsOf } from './segment'
import { readTracks, type Track } from './tracks'
import { findTags, readTags } from './words'

/** @property scale nanoseconds a unit of time; `duration` in such units, undefined where the film does not say */
export type Layout = { segment: Element; tracks: Track[]; scale: number; duration?: number; words: Words }

/** What stands in front of a film's pictures. @throws Unreadable where tracks are missing there, or cannot be played */
export function readLayout(source: Source): Layout {
  const segment = findSegment(source)
  const words: Words = {}
  const info: { scale: number; duration?: number } = { scale: 1_000_000 }
  let tracks: Track[] | undefined
  let tags: Element | undefined
  for (const part of partsOf(source, segment)) {
    if (part.id === id.cluster) break
    if (part.id === id.info) Object.assign(info, readInfo(source, part, words))
    if (part.id === id.tracks) tracks ??= readTracks(source, part, segment.docType)
    if (part.id === id.seekHead) tags ??= findTags(source, segment, part)
    if (part.id === id.tags) tags = part
  }
  if (!tracks) throw new Unreadable(damaged)
  if (tags) readTags(source, tags, words)
  return { segment, tracks, ...info, words }
}

function readInfo(source: Source, info: Element, words: Words): { scale?: number; duration?: number } {
  const found: { scale?: number; duration?: number } = {}
  for (const part of elementsIn(source, info)) {
    if (part.id === id.title) addWord(words, 'title', textIn(source, part, TEXT_BYTES))
    if (part.id === id.timestampScale) found.scale = numberIn(source, part)
    const length = part.to - part.from
    if (part.id === id.duration && (length === 4 || length === 8)) {
      const bytes = source.bytes(part.from, length)
      const duration = length === 4 ? bytes.readFloatBE() : bytes.readDoubleBE()
      if (duration > 0) found.duration = duration
    }
  }
  return found
}
