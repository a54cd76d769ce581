import { be } from './boxes'

type Content = Buffer | string | number

/** An element of EBML; a number takes four bytes, and the size eight, or as many as are asked for. */
export function ebml(id: number, ...parts: Content[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'number' ? be(4, part) : Buffer.from(part))))
  return Buffer.concat([idOf(id), be(1, 0x01), be(2, 0), be(1, 0), be(4, content.length), content])
}

/** One that does not say how long it is. */
export const open = (id: number, ...parts: Buffer[]) =>
  Buffer.concat([idOf(id), Buffer.from('01ffffffffffffff', 'hex'), ...parts])

const idOf = (id: number) => Buffer.from(id.toString(16), 'hex')

export const docType = (name = 'webm') =>
  ebml(0x1a45dfa3, ebml(0x4286, 1), ebml(0x4282, name), ebml(0x4287, 4), ebml(0x4285, 2))

/** A directory of four places, which say where parts are behind the film's head. */
const seek = (id: number, position: number) => ebml(0x4dbb, ebml(0x53ab, idOf(id)), ebml(0x53ac, position))

export type WebmTrack = { number: number; type: number; codec: string; more?: Buffer[] }

export const track = ({ number, type, codec, more = [] }: WebmTrack) =>
  ebml(0xae, ebml(0xd7, number), ebml(0x73c5, number), ebml(0x83, type), ebml(0x86, codec), ...more)

export const vp8: WebmTrack = { number: 1, type: 1, codec: 'V_VP8', more: [ebml(0xe0, ebml(0xb0, 64), ebml(0xba, 36))] }
export const opus: WebmTrack = { number: 2, type: 2, codec: 'A_OPUS', more: [ebml(0xe1, ebml(0x9f, 1))] }

export const block = (number: number, time: number, data: string | Buffer) =>
  ebml(0xa3, Buffer.from([0x80 | number]), be(2, time), Buffer.from([0x80]), data)

export const group = (number: number, time: number, data: string, ...more: Buffer[]) =>
  ebml(0xa0, ebml(0xa1, Buffer.from([0x80 | number]), be(2, time), Buffer.from([0]), data), ...more)

export const info = (more: Buffer[] = [], duration: Buffer[] = [ebml(0x4489, doubleOf(2000))]) =>
  ebml(0x1549a966, ebml(0x2ad7b1, 1_000_000), ...duration, ebml(0x4d80, 'Lavf'), ebml(0x5741, 'Lavf'), ...more)

function doubleOf(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

/** What editors write about a film, with this text in each. */
export const tags = (text: string) =>
  ebml(0x1254c367, ebml(0x7373, ebml(0x67c8, ebml(0x45a3, 'ARTIST'), ebml(0x4487, text))))
export const attachments = (text: string) => ebml(0x1941a469, ebml(0x61a7, ebml(0x466e, text)))

type Shape = {
  tracks?: WebmTrack[]
  clusters?: Buffer[]
  head?: Buffer
  infos?: Buffer
  tail?: Buffer[]
  front?: Buffer[]
  cueTracks?: number[]
}

export const cluster = (time: number, ...blocks: Buffer[]) => ebml(0x1f43b675, ebml(0xe7, time), ...blocks)

export const clusters = [0, 1000].map((time) =>
  cluster(
    time,
    ...Array.from({ length: 20 }, (_, index) => block(1 + (index % 2), index * 50, `bits ${time} ${index}`)),
  ),
)

/** A film with a directory, cues for its clusters behind them, and `tail` behind those. */
export function webmOf({
  tracks = [vp8, opus],
  clusters: all = clusters,
  head = docType(),
  infos = info(),
  tail = [],
  front = [],
  cueTracks = [1],
}: Shape = {}): Buffer {
  const build = (directory: Buffer, cues: Buffer) => [
    directory,
    infos,
    ebml(0x1654ae6b, ...tracks.map(track)),
    ...front,
    ...all,
    cues,
    ...tail,
  ]
  let [directory, cues] = [
    directoryOf(0, 0),
    cuesOf(
      all.map(() => 0),
      cueTracks,
    ),
  ]
  const before = build(directory, cues)
  const at = before.map((_, index) => before.slice(0, index).reduce((sum, part) => sum + part.length, 0))
  const first = 3 + front.length
  cues = cuesOf(
    all.map((_, index) => at[first + index]!),
    cueTracks,
  )
  directory = directoryOf(at[first + all.length]!, at[first + all.length + 1] ?? 0)
  return Buffer.concat([head, ebml(0x18538067, ...build(directory, cues))])
}

const directoryOf = (cues: number, tags: number) => ebml(0x114d9b74, seek(0x1c53bb6b, cues), seek(0x1254c367, tags))

const cuesOf = (at: number[], tracks: number[]) =>
  ebml(
    0x1c53bb6b,
    ...at.map((position, index) =>
      ebml(
        0xbb,
        ebml(0xb3, index * 1000),
        ...tracks.map((number) => ebml(0xb7, ebml(0xf7, number), ebml(0xf1, position))),
      ),
    ),
  )
