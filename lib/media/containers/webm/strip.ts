import type { Source } from '../source'
import type { Element } from './element'
import { keptParts } from './kept'
import { readLayout } from './layout'
import { type Change, changesIn } from './rewrite'
import { partsOf } from './segment'
import type { Track } from './tracks'

/** The head of EBML for WebM: versions 1, ids of 4 and sizes of 8 bytes, version 4 that a reader of version 2 understands. */
const head = Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d4287810442858102', 'hex')

/** A film whose parts stay in their places, so that cues hold; what is dropped becomes emptiness of the same length. */
export function* stripWebm(source: Source): Generator<Buffer> {
  const { segment, tracks } = readLayout(source)
  yield head
  let at = segment.at
  let end = segment.from
  for (const part of partsOf(source, segment)) {
    end = part.to
    for (const change of changesOf(source, part, tracks)) {
      yield* source.stream(at, change.at)
      if (change.bytes) yield change.bytes
      else yield* emptiness(change.to - change.at)
      at = change.to
    }
  }
  yield* source.stream(at, end)
}

function* changesOf(source: Source, part: Element, tracks: Track[]): Generator<Change> {
  if (!keptParts.includes(part.id)) yield { at: part.at, to: part.to }
  else yield* changesIn(source, part, tracks)
}

/** In bytes: how much emptiness is made at once. */
const STEP = 64 * 1024

/** An element that means nothing, of two bytes or more. */
function* emptiness(length: number): Generator<Buffer> {
  const short = length < 129
  const start = Buffer.alloc(short ? 2 : 9)
  start[0] = 0xec
  if (short) start[1] = 0x80 | (length - 2)
  else start.writeUIntBE(length - 9, 3, 6)
  if (!short) start[1] = 1
  yield start
  for (let left = length - start.length; left > 0; left -= STEP) yield Buffer.alloc(Math.min(left, STEP))
}
