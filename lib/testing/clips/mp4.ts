import { be, box, full } from './boxes'
import { aacEntry, aacSilence, h264Entry, h264Picture } from './coded'

/** @property each how long a sample lasts, in units of which `scale` are a second; `more` boxes go into the track */
export type Mp4Track = { kind: string; entry: Buffer; samples: Buffer[]; scale: number; each: number; more?: Buffer[] }

/** Times that are found again as letters. */
export const WHEN = Buffer.from('WHENMADE')
const matrix = be(4, 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
const PER_CHUNK = 4

/** @property at where each chunk is in the file; `length` in seconds */
const trakOf = (track: Mp4Track, id: number, at: number[], wide: boolean, matrixes = matrix) => {
  const { kind, entry, samples, scale, each, more = [] } = track
  const length = samples.length * each
  const picture = kind === 'vide'
  const head = picture ? full('vmhd', 1, Buffer.alloc(8)) : full('smhd', 0, Buffer.alloc(4))
  const rest = samples.length % PER_CHUNK
  const runs = at.length ? [[1, PER_CHUNK, 1], ...(rest ? [[at.length, rest, 1]] : [])] : []
  const stbl = box(
    'stbl',
    full('stsd', 0, be(4, 1), entry),
    full('stts', 0, be(4, 1, samples.length, each)),
    full('stsc', 0, be(4, runs.length, ...runs.flat())),
    full('stsz', 0, be(4, 0, samples.length, ...samples.map((sample) => sample.length))),
    full(wide ? 'co64' : 'stco', 0, be(4, at.length), be(wide ? 8 : 4, ...at)),
  )
  const name = 'Made by the harbour\0'
  return box(
    'trak',
    full(
      'tkhd',
      7,
      WHEN,
      be(4, id, 0, Math.round((length / scale) * 1000)),
      Buffer.alloc(16),
      matrixes,
      be(4, picture ? 0x100000 : 0, picture ? 0x100000 : 0),
    ),
    box(
      'mdia',
      full('mdhd', 0, WHEN, be(4, scale, length), be(2, 0x55c4, 0)),
      full('hdlr', 0, 'mhlr', kind, 'appl', Buffer.alloc(8), name),
      box('minf', head, box('dinf', full('dref', 0, be(4, 1), full('url ', 1))), stbl),
    ),
    ...more,
  )
}

type Shape = {
  brand?: string
  front?: boolean
  wide?: boolean
  inMoov?: Buffer[]
  before?: Buffer[]
  gap?: Buffer
  turned?: boolean
}

/** A film whose chunks lie in turn; `gap` stands between them, `before` the data. */
export function mp4Of(
  tracks: Mp4Track[],
  {
    brand = 'isom',
    front = false,
    wide = false,
    inMoov = [],
    before = [],
    gap = Buffer.alloc(0),
    turned = false,
  }: Shape = {},
): Buffer {
  const ftyp = box('ftyp', brand, be(4, 512), 'isomiso2avc1mp41')
  const { data, at } = laid(tracks, gap)
  const turn = turned ? be(4, 0, 0x10000, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000) : matrix
  const moov = (start: number) =>
    box(
      'moov',
      full(
        'mvhd',
        0,
        WHEN,
        be(4, 1000, 2000, 0x10000),
        be(2, 0x100),
        Buffer.alloc(10),
        matrix,
        Buffer.alloc(24),
        be(4, tracks.length + 1),
      ),
      ...tracks.map((track, index) =>
        trakOf(
          track,
          index + 1,
          at[index]!.map((offset) => start + offset),
          wide,
          turn,
        ),
      ),
      ...inMoov,
    )
  const head = ftyp.length + before.reduce((sum, part) => sum + part.length, 0) + 8
  const start = head + (front ? moov(0).length : 0)
  return Buffer.concat([
    ftyp,
    ...(front ? [moov(start)] : []),
    ...before,
    box('mdat', data),
    ...(front ? [] : [moov(start)]),
  ])
}

function laid(tracks: Mp4Track[], gap: Buffer): { data: Buffer; at: number[][] } {
  const parts: Buffer[] = []
  const at: number[][] = tracks.map(() => [])
  let length = 0
  const put = (part: Buffer) => (length += parts[parts.push(part) - 1]!.length)
  for (let from = 0; tracks.some(({ samples }) => from < samples.length); from += PER_CHUNK)
    for (const [index, { samples }] of tracks.entries()) {
      if (from >= samples.length) continue
      put(gap)
      at[index]!.push(length)
      put(Buffer.concat(samples.slice(from, from + PER_CHUNK)))
    }
  return { data: Buffer.concat(parts), at }
}

/** Two seconds of grey pictures, 25 a second. */
export const pictures = (count = 50, entry = h264Entry): Mp4Track => ({
  kind: 'vide',
  entry,
  samples: Array.from({ length: count }, (_, number) => h264Picture(number)),
  scale: 25,
  each: 1,
})

/** Two seconds of silence. */
export const silence = (count = 86, entry = aacEntry): Mp4Track => ({
  kind: 'soun',
  entry,
  samples: Array.from({ length: count }, () => aacSilence),
  scale: 44_100,
  each: 1024,
})

/** A track of what a camera knows beside its pictures. */
export const places = (text: string, kind = 'meta', entry = box('gpmd', Buffer.alloc(6), be(2, 1))): Mp4Track => ({
  kind,
  entry,
  samples: Array.from({ length: 20 }, () => Buffer.from(`GPS5 ${text}`)),
  scale: 10,
  each: 1,
})

/** What phones and editors write about a film, with this text in each. */
export const told = (text: string): Buffer[] => [
  box(
    'udta',
    box('\xa9xyz', be(2, text.length, 0x15c7), text),
    full('loci', 0, be(2, 0x55c4), `${text}\0\0`, be(4, 0, 0, 0), '\0\0'),
    box('XMP_', text),
    full(
      'meta',
      0,
      full('hdlr', 0, be(4, 0), 'mdir', Buffer.alloc(13)),
      box('ilst', box('\xa9nam', box('data', be(4, 1, 0), text)), box('\xa9ART', box('data', be(4, 1, 0), 'Ada'))),
    ),
  ),
  box(
    'meta',
    full('hdlr', 0, be(4, 0), 'mdta', Buffer.alloc(13)),
    full('keys', 0, be(4, 1), box('mdta', `com.apple.quicktime.location.ISO6709 ${text}`)),
  ),
  box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), `<x:xmpmeta>${text}</x:xmpmeta>`),
  box('free', text),
]
