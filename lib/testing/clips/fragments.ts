import { be, box, full } from './boxes'
import type { Mp4Track } from './mp4'
import { mp4Of } from './mp4'

/** A film in fragments of ten samples, each of one track; `more` goes into every fragment. */
export function fragmented(
  track: Mp4Track,
  { more = [] as Buffer[], inMoov = [] as Buffer[], start = 0, outside = [] as Buffer[] } = {},
): Buffer {
  const empty = mp4Of([{ ...track, samples: [] }], {
    front: true,
    inMoov: [box('mvex', full('trex', 0, be(4, 1, 1, track.each, 0, 0))), ...inMoov],
  })
  const parts = [empty.subarray(0, empty.length - 8), ...outside]
  for (let from = 0; from < track.samples.length; from += 10) {
    const samples = track.samples.slice(from, from + 10)
    const moof = (at: number) =>
      box(
        'moof',
        full('mfhd', 0, be(4, from + 1)),
        box(
          'traf',
          full('tfhd', 0x20000, be(4, 1)),
          full('tfdt', 0x1000000, be(8, start + from * track.each)),
          full('trun', 0x201, be(4, samples.length, at, ...samples.map(({ length }) => length))),
          ...more,
        ),
      )
    parts.push(moof(moof(0).length + 8), box('mdat', ...samples), ...outside)
  }
  return Buffer.concat(parts)
}
