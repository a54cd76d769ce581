import { Unreadable } from '../clip'
import type { Source } from '../source'
import { type Box, boxesIn, contentOf, findBox, needBox } from './boxes'
import type { Layout } from './layout'

const noLength = 'This MP4 is in fragments that do not say how long it lasts. Export it as a plain MP4 (H.264).'

/** How long a film in fragments lasts: from where its first one begins to where the last ones end. In seconds. */
export function fragmentsLength(source: Source, { moov, fragments, tracks }: Layout): number {
  const [first] = fragments
  const begins = first ? timesOf(source, moov, first) : []
  const ends = fragments.flatMap((moof) => timesOf(source, moov, moof))
  const seconds = tracks.map(({ id, scale, duration }) => {
    const start = duration > 0 ? 0 : (begins.find((time) => time.id === id)?.start ?? 0)
    return Math.max(duration, ...ends.filter((time) => time.id === id).map(({ end }) => end - start)) / scale
  })
  const longest = Math.max(...seconds)
  if (!(longest > 0)) throw new Unreadable(noLength)
  return longest
}

/** Where each track's part of a fragment begins and ends, in the track's units; parts that do not say so are left out. */
function timesOf(source: Source, moov: Box, moof: Box): { id: number; start: number; end: number }[] {
  const times: { id: number; start: number; end: number }[] = []
  for (const traf of boxesIn(source, moof)) {
    if (traf.type !== 'traf') continue
    const { id, each } = defaultsOf(source, moov, traf)
    const tfdt = findBox(source, traf, 'tfdt')
    if (!tfdt) continue
    const time = contentOf(source, tfdt)
    const start =
      time[0] === 1 && time.length >= 12 ? Number(time.readBigUInt64BE(4)) : time.length >= 8 ? time.readUInt32BE(4) : 0
    let end = start
    for (const run of boxesIn(source, traf)) if (run.type === 'trun') end += lengthOf(source, run, each)
    times.push({ id, start, end })
  }
  return times
}

/** How long each sample lasts where its own length is not given: by the fragment, else by the film. */
function defaultsOf(source: Source, moov: Box, traf: Box): { id: number; each: number } {
  const tfhd = contentOf(source, needBox(source, traf, 'tfhd'))
  const flags = tfhd.length < 8 ? 0 : tfhd.readUIntBE(1, 3)
  const id = tfhd.length < 8 ? 0 : tfhd.readUInt32BE(4)
  const at = 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0)
  if (flags & 8 && tfhd.length >= at + 4) return { id, each: tfhd.readUInt32BE(at) }
  const mvex = findBox(source, moov, 'mvex')
  for (const box of boxesIn(source, mvex ?? { from: 0, to: 0 })) {
    const trex = box.type === 'trex' ? contentOf(source, box, 24) : undefined
    if (trex?.readUInt32BE(4) === id) return { id, each: trex.readUInt32BE(12) }
  }
  return { id, each: 0 }
}

function lengthOf(source: Source, trun: Box, each: number): number {
  const run = contentOf(source, trun)
  if (run.length < 8) return 0
  const flags = run.readUIntBE(1, 3)
  const count = run.readUInt32BE(4)
  if ((flags & 0x100) === 0) return count * each
  const step = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4
  let sum = 0
  for (
    let at = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0), left = count;
    left > 0 && at + 4 <= run.length;
    left--, at += step
  )
    sum += run.readUInt32BE(at)
  return sum
}
