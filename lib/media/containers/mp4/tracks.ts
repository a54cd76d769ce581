import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { type Box, boxesIn, contentOf, findBox, needBox } from './boxes'
import { type Coding, codingOf, PICTURE_HEAD } from './codecs'

/**
 * A track of a film. `duration` is in units of which `scale` are a second.
 * @property kind pictures, sound, or what is neither: subtitles, chapters, times, places
 * @property coding undefined for what is neither
 */
export type Track = {
  trak: Box
  id: number
  kind: 'vide' | 'soun' | 'other'
  scale: number
  duration: number
  coding?: Coding
  width: number
  height: number
}

const MOST_TRACKS = 32

/** Covers in a track of their own are pictures, not a film. */
const stills = ['jpeg', 'png ', 'mjpg']

const elsewhere = 'This film keeps its pictures in another file. Export it as one MP4 (H.264).'

export function readTracks(source: Source, moov: Box): Track[] {
  const tracks: Track[] = []
  for (const box of boxesIn(source, moov)) {
    if (box.type === 'cmov') throw new Unreadable('This is a QuickTime film of an old kind. Export it as MP4 (H.264).')
    if (box.type === 'trak' && tracks.push(readTrack(source, box)) > MOST_TRACKS) throw new Unreadable(damaged)
  }
  return tracks
}

function readTrack(source: Source, trak: Box): Track {
  const mdia = needBox(source, trak, 'mdia')
  const handler = contentOf(source, needBox(source, mdia, 'hdlr'), 12).toString('latin1', 8)
  const common = {
    trak,
    ...shapeOf(source, needBox(source, trak, 'tkhd')),
    ...timeOf(source, mdia),
  }
  if (handler !== 'vide' && handler !== 'soun') return { ...common, kind: 'other' }
  const minf = needBox(source, mdia, 'minf')
  ensureOwnData(source, minf)
  const stsd = needBox(source, minf, 'stbl', 'stsd')
  const coding = codingIn(source, stsd, handler === 'vide')
  if (!coding) return { ...common, kind: 'other' }
  const shape = handler === 'vide' && !(common.width && common.height) ? codedShape(source, stsd) : {}
  return { ...common, ...shape, kind: handler, coding }
}

/** How all of a track's samples are coded; undefined when they are still pictures. */
function codingIn(source: Source, stsd: Box, picture: boolean): Coding | undefined {
  let coding: Coding | undefined
  for (const entry of boxesIn(source, { from: stsd.from + 8, to: stsd.to })) {
    if (stills.includes(entry.type)) return undefined
    const here = codingOf(source, entry, picture)
    if ('unplayed' in here) return here
    coding ??= here
  }
  if (!coding) throw new Unreadable(damaged)
  return coding
}

/** A quarter turn, which phones write into the matrix, swaps width and height. */
function shapeOf(source: Source, tkhd: Box): Pick<Track, 'id' | 'width' | 'height'> {
  const content = contentOf(source, tkhd)
  const more = content[0] === 1 ? 12 : 0
  if (content.length < 84 + more) throw new Unreadable(damaged)
  const turned = content.readInt32BE(40 + more) === 0 && content.readInt32BE(44 + more) !== 0
  const [width, height] = [76, 80].map((at) => Math.round(content.readUInt32BE(at + more) / 65_536)) as [number, number]
  const id = content.readUInt32BE(more ? 20 : 12)
  return turned ? { id, width: height, height: width } : { id, width, height }
}

/** For a film that does not say how large it is shown: how large it is coded. */
function codedShape(source: Source, stsd: Box): { width: number; height: number } {
  const entry = source.bytes(stsd.from + 16, PICTURE_HEAD)
  return { width: entry.readUInt16BE(24), height: entry.readUInt16BE(26) }
}

function timeOf(source: Source, mdia: Box): Pick<Track, 'scale' | 'duration'> {
  const content = contentOf(source, needBox(source, mdia, 'mdhd'))
  const long = content[0] === 1
  if (content.length < (long ? 36 : 24)) throw new Unreadable(damaged)
  const scale = content.readUInt32BE(long ? 20 : 12)
  const duration = long ? Number(content.readBigUInt64BE(24)) : content.readUInt32BE(16)
  if (scale === 0) throw new Unreadable(damaged)
  // All ones say that it is not known.
  return { scale, duration: duration >= (long ? 2 ** 64 : 2 ** 32 - 1) ? 0 : duration }
}

function ensureOwnData(source: Source, minf: Box): void {
  const dref = findBox(source, minf, 'dinf', 'dref')
  if (!dref) return
  for (const entry of boxesIn(source, { from: dref.from + 8, to: dref.to }))
    if ((contentOf(source, entry, 4)[3]! & 1) === 0) throw new Unreadable(elsewhere)
}
