import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { outerBoxes } from './boxes'
import { keptOutside } from './kept'
import { type Layout, readLayout } from './layout'
import { blank, emit, type Piece, rewritten, sizeOf } from './rewrite'
import { type Chunks, chunksOf, MOST_CHUNKS } from './samples'
import { spansOf } from './spans'
import type { Track } from './tracks'

/** The largest offset that four bytes say. */
const WIDEST = 2 ** 32 - 1

/**
 * A film with its index in front of its data, so that it starts at once, and of the data only what pictures and sound are
 * made of. A film in fragments keeps every byte in its place.
 * @param widest from which size on offsets take eight bytes
 */
export function* stripMp4(source: Source, widest = WIDEST): Generator<Buffer> {
  const layout = readLayout(source)
  yield* layout.fragments.length > 0 ? inPlace(source, layout) : inFront(source, layout, widest)
}

function* inFront(source: Source, layout: Layout, widest: number): Generator<Buffer> {
  const { ftyp, moov, mdats, tracks } = layout
  const chunks = new Map<Track, Chunks>()
  let left = MOST_CHUNKS
  for (const track of tracks) {
    const here = chunksOf(source, track.trak, left)
    chunks.set(track, here)
    left -= here.at.length
  }
  const spans = spansOf([...chunks.values()], mdats)
  const build = (wide: boolean) => {
    let start = 0
    const offsets = (track: Track) => offsetTable(chunks.get(track)!.at, wide, (offset) => start + spans.place(offset))
    const pieces: Piece[] = [{ from: ftyp.at, to: ftyp.to }, ...rewritten({ source, tracks, offsets }, moov)]
    pieces.push(dataHead(spans.length, widest))
    start = pieces.reduce((sum, piece) => sum + sizeOf(piece), 0)
    return { pieces, end: start + spans.length }
  }
  const narrow = build(false)
  const { pieces } = narrow.end > widest ? build(true) : narrow
  yield* emit(source, pieces)
  yield* emit(source, spans.all)
}

/** The table is made when it is written: only then is it known where the data begins. */
function offsetTable(offsets: Float64Array, wide: boolean, place: (offset: number) => number): Piece {
  const width = wide ? 8 : 4
  const size = 16 + offsets.length * width
  return {
    size,
    make: () => {
      const box = Buffer.alloc(size)
      box.writeUInt32BE(size)
      box.write(wide ? 'co64' : 'stco', 4)
      box.writeUInt32BE(offsets.length, 12)
      for (const [index, offset] of offsets.entries())
        if (wide) box.writeBigUInt64BE(BigInt(place(offset)), 16 + index * 8)
        else box.writeUInt32BE(place(offset), 16 + index * 4)
      return [box]
    },
  }
}

function dataHead(length: number, widest: number): Buffer {
  const wide = length + 8 > widest
  const head = Buffer.alloc(wide ? 16 : 8)
  head.writeUInt32BE(wide ? 1 : length + 8)
  head.write('mdat', 4)
  if (wide) head.writeBigUInt64BE(BigInt(length + 16), 8)
  return head
}

function* inPlace(source: Source, { tracks }: Layout): Generator<Buffer> {
  for (const box of outerBoxes(source)) {
    if (box.to - box.at > WIDEST && !keptOutside.includes(box.type)) throw new Unreadable(damaged)
    if (keptOutside.includes(box.type)) yield* source.stream(box.at, box.to)
    else if (box.type === 'moov' || box.type === 'moof') yield* emit(source, rewritten({ source, tracks }, box))
    else yield* emit(source, [blank(box)])
  }
}
