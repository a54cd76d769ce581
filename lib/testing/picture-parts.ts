import { deflateSync, crc32 as sum } from 'node:zlib'

const crc = (bytes: Buffer) => (typeof sum === 'function' ? sum(bytes) : 0)

const u16 = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 0xff])))
const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, i) => void bytes.writeUInt32BE(value, 4 * i))
  return bytes
}
const ascii = (text: string) => Buffer.from(text, 'latin1')

/** A chunk of a PNG. */
export function pngChunk(name: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([ascii(name), body])
  return Buffer.concat([u32(body.length), named, u32(crc(named))])
}

type Png = { width: number; height: number; depth?: number; interlaced?: boolean; more?: Buffer[]; rows?: number }

/** A PNG in one grey of 1 bit, or as its head says; only so many of its rows are there. */
export function pngOf({ width, height, depth = 1, interlaced = false, more = [], rows = height }: Png): Buffer {
  const head = Buffer.concat([u32(width, height), Buffer.from([depth, depth === 16 ? 6 : 0, 0, 0, interlaced ? 1 : 0])])
  const data = deflateSync(Buffer.alloc(rows * (1 + Math.ceil((width * depth) / 8))))
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', head),
    ...more,
    pngChunk('IDAT', data),
    pngChunk('IEND'),
  ])
}

/** A packed text of this many bytes, all of one letter. */
export const packedText = (length: number) =>
  pngChunk('zTXt', Buffer.concat([ascii('Comment\0\0'), deflateSync(Buffer.alloc(length, 'a'))]))

/** A segment of a JPEG: `code` is its marker's second byte. */
export const jpegSegment = (code: number, body: Buffer | string) =>
  Buffer.concat([Buffer.from([0xff, code]), u16(Buffer.byteLength(body) + 2), Buffer.from(body)])

/** The same JPEG with something in front of all its own segments. */
export const withSegments = (jpeg: Buffer, ...segments: Buffer[]) =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])

/** A JPEG that is only a head: so large, of three components, progressive or not. */
export const jpegHead = (width: number, height: number, progressive: boolean) =>
  withSegments(
    Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    jpegSegment(
      progressive ? 0xc2 : 0xc0,
      Buffer.concat([Buffer.from([8]), u16(height, width), Buffer.from([3, 1, 17, 0, 2, 17, 0, 3, 17, 0])]),
    ),
    jpegSegment(0xda, Buffer.from([3, 1, 0, 2, 0, 3, 0, 0, 0, 0])),
  )

/** The same progressive JPEG with its last scan so many times over. */
export function withScans(jpeg: Buffer, times: number): Buffer {
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]))
  const scan = jpeg.subarray(last, jpeg.length - 2)
  return Buffer.concat([jpeg.subarray(0, last), ...Array<Buffer>(times).fill(scan), jpeg.subarray(-2)])
}

/** The head of a WebP whose canvas is so large. */
export function webpHead(width: number, height: number): Buffer {
  const canvas = Buffer.alloc(10)
  canvas.writeUIntLE(width - 1, 4, 3)
  canvas.writeUIntLE(height - 1, 7, 3)
  const length = Buffer.from([canvas.length, 0, 0, 0])
  return Buffer.concat([ascii('RIFF\x16\0\0\0WEBPVP8X'), length, canvas])
}

const box = (name: string, ...bodies: Buffer[]) => {
  const body = Buffer.concat(bodies)
  return Buffer.concat([u32(body.length + 8), ascii(name), body])
}
const version = (number: number, flags = 0) => u32((number << 24) | flags)

/** The beginning of a file of this brand. */
export const brand = (major: string, ...others: string[]) =>
  box('ftyp', ascii(major), u32(0), ascii([major, ...others].join('')))

type Grid = { width: number; height: number; tiles: number; tile: [width: number, height: number]; own?: boolean }

/** What an AVIF says of a picture made of tiles, which are all one and the same, or (`own`) the picture itself. */
export function avifGrid({ width, height, tiles, tile, own = false }: Grid): Buffer {
  const sides = (w: number, h: number) => box('ispe', version(0), u32(w, h))
  const owners = Buffer.concat([u16(1), Buffer.from([1, 1]), u16(2), Buffer.from([1, 2])])
  const references = box('dimg', u16(1, tiles), u16(...Array<number>(tiles).fill(own ? 1 : 2)))
  return Buffer.concat([
    brand('avif', 'mif1'),
    box(
      'meta',
      version(0),
      box('pitm', version(0), u16(1)),
      box('iprp', box('ipco', sides(width, height), sides(...tile)), box('ipma', version(0), u32(2), owners)),
      box('iref', version(0), references),
    ),
    box('mdat', Buffer.alloc(64)),
  ])
}
