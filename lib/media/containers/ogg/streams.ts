import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { type Page, packetsOf, pageAt } from './page'

/** @property first its first page; `after` where the first page is that begins no stream; `rate` of positions a second */
export type Stream = { codec: 'vorbis' | 'opus'; first: Page; after: number; rate: number; skipped: number }

const signs: readonly [string, string][] = [
  ['\x01vorbis', 'vorbis'],
  ['OpusHead', 'opus'],
  ['fishead\0', 'skeleton'],
  ['\x80theora', 'Theora film'],
  ['BBCD\0', 'Dirac film'],
  ['\x7fFLAC', 'FLAC sound'],
  ['fLaC', 'FLAC sound'],
  ['Speex   ', 'Speex sound'],
]

const MOST_STREAMS = 16

/** The Vorbis or Opus stream of a file, the first if there are several. @throws Unreadable for other codecs */
export function findStream(source: Source): Stream {
  const heads: { codec: string; page: Page }[] = []
  let at = 0
  for (let page = pageAt(source, 0); page?.begins; page = pageAt(source, at)) {
    const packet = packetsOf(page)[0]
    const codec =
      signs.find(([sign]) => packet?.toString('latin1', 0, sign.length) === sign)?.[1] ?? 'sound or film of a rare kind'
    if (heads.push({ codec, page }) > MOST_STREAMS) throw new Unreadable(damaged)
    at += page.length
  }
  const foreign = heads.find(({ codec }) => !['vorbis', 'opus', 'skeleton'].includes(codec))
  if (foreign) throw new Unreadable(refused(foreign.codec))
  const found = heads.find(({ codec }) => codec === 'vorbis' || codec === 'opus')
  if (!found) throw new Unreadable(heads.length ? 'This Ogg file has nothing to play.' : damaged)
  return { ...streamOf(found.codec as Stream['codec'], packetsOf(found.page)[0]!), first: found.page, after: at }
}

function refused(codec: string): string {
  const cure = codec.endsWith('film') ? 'MP4 (H.264)' : codec.startsWith('sound') ? 'MP3 or MP4 (H.264)' : 'MP3 or M4A'
  return `This Ogg file holds ${codec}, which not every browser plays. Export it as ${cure}.`
}

function streamOf(codec: Stream['codec'], packet: Buffer): Pick<Stream, 'codec' | 'rate' | 'skipped'> {
  if (packet.length < (codec === 'opus' ? 19 : 30)) throw new Unreadable(damaged)
  if (codec === 'opus') return { codec, rate: 48_000, skipped: packet.readUInt16LE(10) }
  const rate = packet.readUInt32LE(12)
  if (rate < 4000 || rate > 384_000) throw new Unreadable(damaged)
  return { codec, rate, skipped: 0 }
}
