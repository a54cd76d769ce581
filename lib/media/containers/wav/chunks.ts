import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'

/** A part of a RIFF file: its four letters, and where its content is. */
export type Chunk = { name: string; from: number; to: number }

const cutOff =
  'This WAV file is shorter than it says: it is cut off, or was never closed. Open it in an editor, and export it anew.'

/** A file's chunks in order; what follows the end that it names is none of it. @throws Unreadable for one that is cut off */
export function* chunksOf(source: Source): Generator<Chunk> {
  const end = 8 + source.bytes(4, 4).readUInt32LE()
  for (let at = 12; at + 8 <= Math.min(end, source.size); ) {
    const head = source.bytes(at, 8)
    const [from, to] = [at + 8, at + 8 + head.readUInt32LE(4)]
    if (to > source.size) throw new Unreadable(cutOff)
    if (to > end) throw new Unreadable(damaged)
    yield { name: head.toString('latin1', 0, 4), from, to }
    at = to + (to % 2)
  }
}
