import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { type Element, elementsIn, numberIn, textIn } from './element'
import { id } from './ids'

/** @property codec undefined for subtitles and whatever else is neither pictures nor sound */
export type Track = { at: number; number: number; picture: boolean; codec?: string; width: number; height: number }

const MOST_TRACKS = 32

const playable: Record<string, string> = {
  V_VP8: 'vp8',
  V_VP9: 'vp9',
  V_AV1: 'av1',
  A_VORBIS: 'vorbis',
  A_OPUS: 'opus',
}

const others: [string, string][] = [
  ['V_MPEG4/ISO/AVC', 'H.264 video'],
  ['V_MPEGH/ISO/HEVC', 'HEVC video'],
  ['A_AAC', 'AAC sound'],
  ['A_AC3', 'Dolby Digital sound'],
  ['A_EAC3', 'Dolby Digital sound'],
  ['A_DTS', 'DTS sound'],
  ['A_FLAC', 'FLAC sound'],
  ['A_MPEG', 'MPEG sound'],
  ['A_PCM', 'uncompressed sound'],
  ['V_', 'video of a rare kind'],
]

/** The tracks that browsers play. @throws Unreadable where all sound, or all pictures, are of another kind */
export function readTracks(source: Source, tracks: Element, docType: string): Track[] {
  const kept: Track[] = []
  const lost: (string | undefined)[] = []
  let left = MOST_TRACKS
  for (const entry of elementsIn(source, tracks)) {
    if (entry.id !== id.trackEntry) continue
    if (left-- === 0) throw new Unreadable(damaged)
    const { type, codecId, packed, ...track } = readTrack(source, entry)
    if (type !== 1 && type !== 2) continue
    const codec = playable[codecId]
    if (codec && packed)
      throw new Unreadable(
        'This film is packed or encrypted in a way that browsers do not play. Export it as MP4 (H.264).',
      )
    if (codec && track.picture === codecId.startsWith('V_')) kept.push({ ...track, codec })
    else lost[type] ??= others.find(([sign]) => codecId.startsWith(sign))?.[1] ?? 'sound of a rare kind'
  }
  const what = lost.find((name, type) => name && !kept.some(({ picture }) => picture === (type === 1)))
  const name = docType === 'webm' ? 'WebM' : 'Matroska film (.mkv)'
  if (what)
    throw new Unreadable(`This ${name} holds ${what}, which browsers do not play in it. Export it as MP4 (H.264).`)
  if (kept.length === 0) throw new Unreadable(`This ${name} has neither pictures nor sound.`)
  return kept
}

function readTrack(source: Source, entry: Element): Track & { type: number; codecId: string; packed: boolean } {
  const track = { at: entry.at, number: 0, type: 0, codecId: '', packed: false, width: 0, height: 0 }
  for (const part of elementsIn(source, entry)) {
    if (part.id === id.trackNumber) track.number = numberIn(source, part)
    if (part.id === id.trackType) track.type = numberIn(source, part)
    if (part.id === id.codecId) track.codecId = textIn(source, part)
    if (part.id === id.contentEncodings) track.packed = true
    if (part.id === id.video) Object.assign(track, shapeOf(source, part))
  }
  return { ...track, picture: track.type === 1 }
}

/** As shown, in pixels; where that is in other units, they give the ratio alone. */
function shapeOf(source: Source, video: Element): { width: number; height: number } {
  const found = new Map<number, number>()
  const wanted: number[] = [id.pixelWidth, id.pixelHeight, id.displayWidth, id.displayHeight, id.displayUnit]
  for (const part of elementsIn(source, video)) if (wanted.includes(part.id)) found.set(part.id, numberIn(source, part))
  const coded = { width: found.get(id.pixelWidth) ?? 0, height: found.get(id.pixelHeight) ?? 0 }
  const [width, height] = [found.get(id.displayWidth), found.get(id.displayHeight)]
  if (!width || !height) return coded
  return found.get(id.displayUnit)
    ? { width: coded.width, height: Math.round((coded.width * height) / width) }
    : { width, height }
}
