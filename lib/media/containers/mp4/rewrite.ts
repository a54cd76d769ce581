import type { Source } from '../source'
import { type Box, boxesIn } from './boxes'
import { edited } from './edit'
import { kept } from './kept'
import type { Track } from './tracks'

/** A piece of a copy: bytes that were made, or a span of the file. */
export type Piece = Buffer | { from: number; to: number } | { size: number; make: () => Iterable<Buffer> }

/**
 * How a film's boxes are rewritten.
 * @property offsets a new table in the place of a track's own; undefined where everything stays in its place: then what
 * is dropped becomes empty space of the same length
 */
export type Plan = { source: Source; tracks: Track[]; offsets?: (track: Track) => Piece }

export const sizeOf = (piece: Piece) =>
  Buffer.isBuffer(piece) ? piece.length : 'make' in piece ? piece.size : piece.to - piece.from

export function* emit(source: Source, pieces: Iterable<Piece>): Generator<Buffer> {
  for (const piece of pieces)
    if (Buffer.isBuffer(piece)) yield piece
    else if ('make' in piece) yield* piece.make()
    else yield* source.stream(piece.from, piece.to)
}

/** In bytes: how much emptiness is made at once. */
const STEP = 64 * 1024

/** Space that means nothing, as long as what it stands for. */
export function blank({ at, to }: Pick<Box, 'at' | 'to'>): Piece {
  const size = to - at
  const head = Buffer.alloc(8)
  head.writeUInt32BE(size)
  head.write('free', 4)
  function* make() {
    yield head
    for (let left = size - 8; left > 0; left -= STEP) yield Buffer.alloc(Math.min(left, STEP))
  }
  return { size, make }
}

/** A box without what is not kept, and so shorter unless everything stays in its place. */
export function rewritten(plan: Plan, box: Box, track?: Track): Piece[] {
  const { source, offsets } = plan
  const inside = kept[box.type]
  if (track && offsets && (box.type === 'stco' || box.type === 'co64')) return [offsets(track)]
  if (!inside) {
    const content = edited(source, box, track?.kind === 'vide')
    return content ? [{ from: box.at, to: box.from }, content] : [{ from: box.at, to: box.to }]
  }
  const pieces: Piece[] = []
  let end = box.from
  for (const child of boxesIn(source, box)) {
    const owner = child.type === 'trak' ? plan.tracks.find(({ trak }) => trak.at === child.at) : track
    const stays =
      inside.includes(child.type) &&
      (child.type !== 'trak' || owner !== undefined) &&
      (!offsets || child.type !== 'mvex')
    if (stays) pieces.push(...rewritten(plan, child, owner))
    else if (!offsets) pieces.push(blank(child))
    end = child.to
  }
  if (!offsets) return [{ from: box.at, to: box.from }, ...pieces, Buffer.alloc(box.to - end)]
  return [headOf(box.type, pieces), ...pieces]
}

function headOf(type: string, pieces: Piece[]): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + pieces.reduce((sum, piece) => sum + sizeOf(piece), 0))
  head.write(type, 4, 'latin1')
  return head
}
