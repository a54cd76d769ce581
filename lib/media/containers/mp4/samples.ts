import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { type Box, contentOf, findBox, needBox } from './boxes'

/**
 * Of one film, and entries of another table: six hours of 120 pictures a second, and some more. A table is in the file as
 * long as it says, or refused.
 */
export const MOST_CHUNKS = 3_000_000

/** Where a track's samples are: chunks in its own order, offsets and lengths in bytes. */
export type Chunks = { at: Float64Array; length: Float64Array }

const rare = 'This MP4 lists its pictures and sound in a rare way. Export it anew.'

/** @throws Unreadable for tables that are longer than their boxes or do not agree */
export function chunksOf(source: Source, trak: Box, most = MOST_CHUNKS): Chunks {
  const stbl = needBox(source, trak, 'mdia', 'minf', 'stbl')
  const at = offsetsOf(source, stbl, most)
  const length = new Float64Array(at.length)
  const sizes = sizesOf(source, findBox(source, stbl, 'stsz'))
  const runs = table(source, needBox(source, stbl, 'stsc'), 4, 4, 3)
  let run = -3
  let sample = 0
  for (let chunk = 0; chunk < at.length; chunk++) {
    while (run + 3 < runs.length && runs[run + 3]! <= chunk + 1) run += 3
    const count = run < 0 ? 0 : runs[run + 1]!
    if (sample + count > sizes.count) throw new Unreadable(damaged)
    if (sizes.each) length[chunk] = count * sizes.each
    else for (let end = sample + count, index = sample; index < end; index++) length[chunk]! += sizes.own[index]!
    sample += count
  }
  return { at, length }
}

function offsetsOf(source: Source, stbl: Box, most: number): Float64Array {
  const box = findBox(source, stbl, 'stco') ?? needBox(source, stbl, 'co64')
  return table(source, box, 4, box.type === 'stco' ? 4 : 8, 1, most)
}

function sizesOf(source: Source, stsz: Box | undefined): { each: number; count: number; own: Float64Array } {
  if (!stsz) throw new Unreadable(rare)
  const head = contentOf(source, stsz, 12)
  const [each, count] = [head.readUInt32BE(4), head.readUInt32BE(8)]
  return { each, count, own: each ? new Float64Array() : table(source, stsz, 8, 4, 1) }
}

/** The numbers of a table whose count is at `from`: `columns` of them a row, `width` bytes each. */
function table(
  source: Source,
  box: Box,
  from: number,
  width: 4 | 8,
  columns: number,
  most = MOST_CHUNKS,
): Float64Array {
  const count = contentOf(source, box, from + 4).readUInt32BE(from)
  const start = box.from + from + 4
  const end = start + count * columns * width
  if (end > box.to || count > most) throw new Unreadable(damaged)
  const numbers = new Float64Array(count * columns)
  let index = 0
  for (const step of source.stream(start, end))
    for (let at = 0; at < step.length; at += width)
      numbers[index++] = width === 4 ? step.readUInt32BE(at) : Number(step.readBigUInt64BE(at))
  return numbers
}
