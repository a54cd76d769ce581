import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { type Box, boxesIn, contentOf } from './boxes'

/** How pictures or sound are coded: as RFC 6381 writes it, or what not every browser plays. */
export type Coding = { codec: string } | { unplayed: string }

/** Bytes before the boxes inside a sample entry; QuickTime's second version of sound has 16 more. */
export const PICTURE_HEAD = 78
export const SOUND_HEAD = 28

const locked = 'This file is encrypted: only who bought it can play it. Export a copy that is not.'

const unplayed: Record<string, string> = {
  hvc1: 'HEVC video',
  hev1: 'HEVC video',
  dvh1: 'Dolby Vision video',
  dvhe: 'Dolby Vision video',
  vvc1: 'VVC video',
  vp08: 'VP8 video',
  mp4v: 'MPEG-4 Visual video',
  s263: 'H.263 video',
  h263: 'H.263 video',
  apcn: 'ProRes video',
  apch: 'ProRes video',
  apcs: 'ProRes video',
  apco: 'ProRes video',
  ap4h: 'ProRes video',
  alac: 'Apple Lossless sound',
  'ac-3': 'Dolby Digital sound',
  'ec-3': 'Dolby Digital sound',
  samr: 'AMR sound',
  sawb: 'AMR sound',
  sowt: 'uncompressed sound',
  twos: 'uncompressed sound',
  lpcm: 'uncompressed sound',
  ipcm: 'uncompressed sound',
}

const hex = (byte: number | undefined) => (byte ?? 0).toString(16).padStart(2, '0')
const two = (value: number) => String(value).padStart(2, '0')

/** @throws Unreadable for what is encrypted */
export function codingOf(source: Source, entry: Box, picture: boolean): Coding {
  if (['encv', 'enca', 'enct', 'drms', 'drmi', 'drmt'].includes(entry.type)) throw new Unreadable(locked)
  const known = unplayed[entry.type]
  if (known) return { unplayed: known }
  if (entry.type === 'Opus') return { codec: 'opus' }
  if (entry.type === 'fLaC') return { codec: 'flac' }
  if (entry.type === '.mp3') return { codec: 'mp3' }
  const read = readers[entry.type]
  if (!read) return { unplayed: picture ? 'video of a rare kind' : 'sound of a rare kind' }
  for (const box of partsOf(source, entry, picture))
    if (box.type === read[0]) return read[1](contentOf(source, box, Math.min(box.to - box.from, 256)))
  throw new Unreadable(damaged)
}

/** The boxes inside a sample entry. */
export function* partsOf(source: Source, entry: Box, picture: boolean): Generator<Box> {
  const head = picture ? PICTURE_HEAD : SOUND_HEAD
  const older = !picture && contentOf(source, entry, SOUND_HEAD).readUInt16BE(8) === 1 ? 16 : 0
  if (entry.from + head + older > entry.to) throw new Unreadable(damaged)
  yield* boxesIn(source, { from: entry.from + head + older, to: entry.to })
}

const readers: Record<string, [string, (config: Buffer) => Coding]> = {
  avc1: ['avcC', (config) => h264('avc1', config)],
  avc3: ['avcC', (config) => h264('avc3', config)],
  av01: ['av1C', av1],
  vp09: [
    'vpcC',
    (config) => ({ codec: `vp09.${two(config[4] ?? 0)}.${two(config[5] ?? 0)}.${two((config[6] ?? 0) >> 4)}` }),
  ],
  mp4a: ['esds', (config) => aac(config.subarray(4))],
}

/** Baseline, main, extended and high; the higher ones hold more than eight bits or more colour than browsers show. */
function h264(name: string, config: Buffer): Coding {
  if (![66, 77, 88, 100].includes(config[1] ?? 0)) return { unplayed: 'H.264 video of 10 bits or 4:2:2' }
  return { codec: `${name}.${hex(config[1])}${hex(config[2])}${hex(config[3])}` }
}

function av1(config: Buffer): Coding {
  const [first, second] = [config[1] ?? 0, config[2] ?? 0]
  const bits = second & 0x40 ? (second & 0x20 ? 12 : 10) : 8
  return { codec: `av01.${first >> 5}.${two(first & 31)}${second & 0x80 ? 'H' : 'M'}.${two(bits)}` }
}

/** Descriptors one inside another (ISO 14496-1, 7.2.6): stream 3, configuration 4, the codec's own 5. */
function aac(bytes: Buffer): Coding {
  const stream = descriptor(bytes, 3)
  const flags = stream?.[2] ?? 0
  const skip =
    3 +
    (flags & 0x80 ? 2 : 0) +
    (flags & 0x40 ? 1 + (stream?.[3 + (flags & 0x80 ? 2 : 0)] ?? 0) : 0) +
    (flags & 0x20 ? 2 : 0)
  const config = stream && descriptor(stream.subarray(skip), 4)
  const kind = config?.[0]
  if (kind === 0x69 || kind === 0x6b) return { codec: 'mp3' }
  if (kind === 0x67) return { codec: 'mp4a.67' }
  const own = config && descriptor(config.subarray(13), 5)
  const object = (own?.[0] ?? 0) >> 3
  // Low complexity, and the two high efficiencies.
  return kind === 0x40 && [2, 5, 29].includes(object)
    ? { codec: `mp4a.40.${object}` }
    : { unplayed: 'sound of a rare kind' }
}

function descriptor(bytes: Buffer, tag: number): Buffer | undefined {
  let at = 1
  let length = 0
  do length = (length << 7) | ((bytes[at] ?? 0) & 127)
  while ((bytes[at++] ?? 0) & 128 && at < 5)
  return bytes[0] === tag ? bytes.subarray(at, at + length) : undefined
}
