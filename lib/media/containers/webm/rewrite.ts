import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { type Element, elementsIn, numberIn, textIn } from './element'
import { id } from './ids'
import { kept, keptParts } from './kept'
import type { Track } from './tracks'

/** What takes the place of a span of a film: emptiness, or bytes of the same length. */
export type Change = { at: number; to: number; bytes?: Buffer }

/** What is to be changed inside an element of which a part is kept; nothing moves. */
export function* changesIn(source: Source, outer: Element, tracks: Track[]): Generator<Change> {
  const inside = kept[outer.id]
  if (!inside) return
  for (const part of elementsIn(source, outer)) {
    const stays = inside.includes(part.id) && isKept(source, part, tracks)
    if (!stays) yield { at: part.at, to: part.to }
    else if (part.id === id.muxingApp || part.id === id.writingApp)
      // Both have to be there; zeros end a text.
      yield { at: part.from, to: part.to, bytes: Buffer.alloc(Math.min(part.to - part.from, MOST_NAME)) }
    else if (part.id === id.codecPrivate) yield* commentChange(source, outer, part)
    else yield* changesIn(source, part, tracks)
  }
}

const MOST_NAME = 64 * 1024

/** Entries of the directory for what is kept; tracks that are, their blocks, and their cues. */
function isKept(source: Source, part: Element, tracks: Track[]): boolean {
  if ((part.id === id.muxingApp || part.id === id.writingApp) && part.to - part.from > MOST_NAME) return false
  if (part.id === id.trackEntry) return tracks.some(({ at }) => at === part.at)
  if (part.id === id.simpleBlock) return isOf(tracks, trackOf(source, part))
  const wanted = { [id.seek]: id.seekId, [id.blockGroup]: id.block, [id.cuePositions]: id.cueTrack }[part.id]
  if (!wanted) return true
  for (const inner of elementsIn(source, part)) {
    if (inner.id !== wanted) continue
    if (wanted === id.seekId) return keptParts.includes(numberIn(source, inner))
    return isOf(tracks, wanted === id.block ? trackOf(source, inner) : numberIn(source, inner))
  }
  return false
}

const isOf = (tracks: Track[], number: number) => tracks.some((track) => track.number === number)

/** A block begins with the number of its track, written as sizes are. */
function trackOf(source: Source, { from, to }: Element): number {
  const head = source.bytes(from, Math.min(8, to - from))
  const length = Math.clz32(head[0] ?? 0) - 23
  if (length > head.length) throw new Unreadable(damaged)
  return head.subarray(1, length).reduce((sum, byte) => sum * 256 + byte, head[0]! & (0xff >> length))
}

/** Vorbis keeps its comments among what a decoder needs: they become an encoder's name of zeros, as long as they were. */
function* commentChange(source: Source, entry: Element, own: Element): Generator<Change> {
  let codec = ''
  for (const part of elementsIn(source, entry)) if (part.id === id.codecId) codec = textIn(source, part)
  if (codec !== 'A_VORBIS') return
  const bytes = source.bytes(own.from, own.to - own.from)
  const lengths: number[] = []
  let at = 1
  for (let length = 0; lengths.length < 2; ) {
    const byte = bytes[at++]
    if (bytes[0] !== 2 || byte === undefined) throw new Unreadable(damaged)
    length += byte
    if (byte === 255) continue
    lengths.push(length)
    length = 0
  }
  const [first, comment] = lengths as [number, number]
  const from = at + first
  if (comment < 16 || from + comment > bytes.length) throw new Unreadable(damaged)
  const empty = Buffer.alloc(comment)
  empty.write('\x03vorbis', 'latin1')
  empty.writeUInt32LE(comment - 16, 7)
  empty[comment - 1] = 1
  yield { at: own.from + from, to: own.from + from + comment, bytes: empty }
}
