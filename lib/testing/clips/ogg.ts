import { checksum } from '#lib/media/containers/ogg/page'

export type OggPage = { packets: Buffer[]; position?: bigint; flags?: number; stream?: number; open?: boolean }

/** A page with these packets, all whole, or with the last going on (`open`; its length a multiple of 255). */
export function oggPage(
  { packets, position = 0n, flags = 0, stream = 7, open = false }: OggPage,
  number: number,
): Buffer {
  const lacing = packets.flatMap(({ length }, index) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    ...(open && index === packets.length - 1 ? [] : [length % 255]),
  ])
  const head = Buffer.alloc(27)
  head.write('OggS')
  head[5] = flags
  head.writeBigInt64LE(position, 6)
  head.writeUInt32LE(stream, 14)
  head.writeUInt32LE(number, 18)
  head[26] = lacing.length
  const page = Buffer.concat([head, Buffer.from(lacing), ...packets])
  page.writeUInt32LE(checksum(page), 22)
  return page
}

export const oggOf = (pages: OggPage[]) => Buffer.concat(pages.map(oggPage))

function le32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Comments as Vorbis and Opus write them, without what stands in front. */
export function oggComments(texts: string[], vendor = 'Lavf'): Buffer {
  const text = (value: string) => Buffer.concat([le32(Buffer.byteLength(value)), Buffer.from(value)])
  return Buffer.concat([text(vendor), le32(texts.length), ...texts.map(text)])
}

/** One channel, 312 samples skipped. */
export function opusHead(): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead\x01\x01', 'latin1')
  head.writeUInt16LE(312, 10)
  head.writeUInt32LE(48_000, 12)
  return head
}

/** Packets of silence, 20 ms each (RFC 6716: configuration 31, mono, one frame). */
export const opusPackets = (count: number) => Array.from({ length: count }, () => Buffer.from([0xf8, 0xff, 0xfe]))

/** An Opus file of so many packets on pages of 50, with these comments. */
export function opusFile(packets: number, comments: string[] = [], vendor?: string): OggPage[] {
  const sound = opusPackets(packets)
  const pages: OggPage[] = []
  for (let at = 0; at < packets; at += 50) {
    const here = sound.slice(at, at + 50)
    pages.push({ packets: here, position: BigInt((at + here.length) * 960), flags: at + 50 >= packets ? 4 : 0 })
  }
  const tags = Buffer.concat([Buffer.from('OpusTags'), oggComments(comments, vendor)])
  return [{ packets: [opusHead()], flags: 2 }, ...spread(tags), ...pages]
}

/** A packet on as many pages as it needs. */
export function spread(packet: Buffer, more: Buffer[] = []): OggPage[] {
  const most = 255 * 200
  if (packet.length <= most) return [{ packets: [packet, ...more] }]
  const [first, ...rest] = spread(packet.subarray(most), more) as [OggPage, ...OggPage[]]
  return [{ packets: [packet.subarray(0, most)], open: true, position: -1n }, { ...first, flags: 1 }, ...rest]
}

/** The shape of a Vorbis file: right heads, books and sound that are only bytes. */
export function vorbisFile(comments: string[], books: Buffer, sound: Buffer[]): OggPage[] {
  const head = Buffer.alloc(30)
  head.write('\x01vorbis', 'latin1')
  head[11] = 1
  head.writeUInt32LE(8000, 12)
  head[28] = 0xb8
  head[29] = 1
  const tags = Buffer.concat([Buffer.from('\x03vorbis'), oggComments(comments), Buffer.from([1])])
  const setup = Buffer.concat([Buffer.from('\x05vorbis'), books])
  const pages = sound.map(
    (packet, index): OggPage => ({
      packets: [packet],
      position: BigInt((index + 1) * 4000),
      flags: index === sound.length - 1 ? 4 : 0,
    }),
  )
  return [{ packets: [head], flags: 2 }, ...spread(tags, [setup]), ...pages]
}
