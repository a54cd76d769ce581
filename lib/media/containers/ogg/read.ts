import { type Read, Unreadable } from '../clip'
import type { Source } from '../source'
import { addComment, TEXT_BYTES, type Words } from '../words'
import { lastPage, packetsOf, pageAt } from './page'
import { findStream, type Stream } from './streams'

const noEnd = 'This Ogg file is cut off, or several recordings in one. Open it in an editor, and export it anew.'

export function readOgg(source: Source): Read {
  const stream = findStream(source)
  const last = lastPage(source, stream.first.stream)
  if (!last || last.at < stream.after) throw new Unreadable(noEnd)
  if (pageAt(source, last.at + last.length)?.begins) throw new Unreadable(noEnd)
  const seconds = (Number(last.position) - stream.skipped) / stream.rate
  return { format: 'ogg', seconds, codecs: [stream.codec], ...wordsOf(source, stream) }
}

/** From the second packet, as far as it is on one page: what comes after that is pictures. */
function wordsOf(source: Source, { after, first, codec }: Stream): Words {
  const words: Words = {}
  const page = pageAt(source, after)
  const packet = page?.stream === first.stream ? packetsOf(page)[0] : undefined
  const list = packet?.subarray(codec === 'opus' ? 8 : 7)
  if (!list || list.length < 8) return words
  for (let at = 4 + list.readUInt32LE(0) + 4; at + 4 <= list.length; ) {
    const length = list.readUInt32LE(at)
    const [, name, value] =
      /^(\w+)=(.*)/s.exec(list.toString('utf8', at + 4, at + 4 + Math.min(length, TEXT_BYTES))) ?? []
    if (name) addComment(words, name, value)
    at += 4 + length
  }
  return words
}
