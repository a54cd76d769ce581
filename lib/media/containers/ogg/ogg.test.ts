import { expect, test } from 'vitest'

import { clipIn, faultIn, stripped } from '#lib/testing/clips/files'
import { type OggPage, oggOf, opusFile, opusHead, opusPackets, vorbisFile } from '#lib/testing/clips/ogg'
import { checksum } from './page'

const marker = 'LOCATION=52.5200N 13.4050E'
const picture = `METADATA_BLOCK_PICTURE=${marker.repeat(8000)}`

const books = Buffer.alloc(60_000, 'books')
const sound = [Buffer.alloc(500, 1), Buffer.alloc(700, 2), Buffer.alloc(90, 3)]

test('an Opus file is told with its length, the beginning that is skipped taken off, and its words', async () => {
  expect(await clipIn(oggOf(opusFile(500, ['TITLE=The ferry', 'artist=Ada', marker])))).toEqual({
    kind: 'audio',
    type: 'audio/ogg',
    format: 'ogg',
    seconds: 9.994,
    codecs: ['opus'],
    title: 'The ferry',
    artist: 'Ada',
  })
})

test('a Vorbis file is told with its length and words', async () => {
  const { seconds, codecs, title } = await clipIn(oggOf(vorbisFile(['Title=The ferry'], books, sound)))
  expect({ seconds, codecs, title }).toEqual({ seconds: 1.5, codecs: ['vorbis'], title: 'The ferry' })
})

test.each([['a few'], ['a picture and']])(
  'comments with %s words go, pages are numbered and summed anew',
  async (what) => {
    const comments = what === 'a few' ? ['TITLE=x', marker] : [marker, picture]
    expect((await stripped(oggOf(opusFile(500, comments)))).bytes).toEqual(oggOf(opusFile(500, [], '')))
    const vorbis = (await stripped(oggOf(vorbisFile(comments, books, sound)))).bytes
    const pages = pagesIn(vorbis)
    expect(vorbis.includes('13.4050E')).toBe(false)
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index))
    expect(pages.every(({ right }) => right)).toBe(true)
    expect(packetsIn(vorbis).slice(2)).toEqual([Buffer.concat([Buffer.from('\x05vorbis'), books]), ...sound])
    expect(packetsIn(vorbis)[1]).toEqual(Buffer.from(`\x03vorbis${'\0'.repeat(8)}\x01`))
  },
)

test('other streams beside it go, and what follows the end', async () => {
  const other: OggPage = { packets: [Buffer.from(`fishead\0${marker}`)], flags: 2, stream: 9 }
  const more: OggPage = { packets: [Buffer.from(marker)], stream: 9 }
  const [head, tags, ...rest] = opusFile(100) as [OggPage, OggPage, ...OggPage[]]
  const file = Buffer.concat([
    oggOf([other, head, more, tags, more, ...rest, more]),
    Buffer.from(`PK\x03\x04${marker}`),
  ])
  expect((await stripped(file)).bytes).toEqual(oggOf(opusFile(100, [], '')))
})

const file = oggOf(opusFile(200, ['TITLE=x']))
const lying = Buffer.from(file)
lying[26] = 255
const flipped = Buffer.from(file)
flipped[100]! ^= 1

test.each<[string, Buffer, string]>([
  ['a table of segments that lies', lying, 'cut off'],
  ['a table of segments beyond the end', file.subarray(0, 27), 'cut off'],
  ['a wrong checksum', flipped, 'damaged'],
  ['a cut end', file.subarray(0, file.length - 10), 'damaged|cut off'],
  ['Theora', oggOf([{ packets: [Buffer.from('\x80theora', 'latin1')], flags: 2 }]), 'Theora film.*MP4'],
  ['FLAC', oggOf([{ packets: [Buffer.from('\x7fFLAC')], flags: 2 }]), 'FLAC sound.*MP3'],
  ['a stream that nobody knows', oggOf([{ packets: [Buffer.from('odd')], flags: 2 }]), 'rare kind'],
  ['a head that is too short', oggOf([{ packets: [Buffer.from('OpusHead')], flags: 2 }]), 'damaged'],
  ['heads and nothing else', oggOf([{ packets: [opusHead()], flags: 2 }]), 'cut off'],
  [
    'several recordings',
    Buffer.concat([file, oggOf(opusFile(200).map((page) => ({ ...page, stream: 8 })))]),
    'several',
  ],
  [
    'heads without end',
    oggOf(Array.from({ length: 400 }, (_, stream) => ({ packets: [opusHead()], flags: 2, stream }))),
    'damaged',
  ],
  [
    'packets of no length without end',
    oggOf([
      ...opusFile(200).slice(0, 1),
      ...Array.from({ length: 9 }, () => ({ packets: opusPackets(255).map(() => Buffer.alloc(0)) })),
    ]),
    'nothing to play|damaged',
  ],
])('refused: %s', async (_, bytes, why) => expect(await faultIn(bytes)).toMatch(new RegExp(why)))

test('signs of pages without end are not all looked at', async () => {
  const fake = Buffer.alloc(3_000_000, oggOf([{ packets: [], stream: 7 }]).subarray(0, 26))
  expect(await faultIn(Buffer.concat([file, fake]))).toContain('cut off')
})

type Seen = { number: number; right: boolean; lacing: Buffer; content: Buffer }

/** The pages of a file, by the bytes alone. */
function pagesIn(bytes: Buffer): Seen[] {
  const pages: Seen[] = []
  for (let at = 0; at < bytes.length; ) {
    const from = at + 27 + bytes[at + 26]!
    const lacing = bytes.subarray(at + 27, from)
    const to = from + lacing.reduce((sum, part) => sum + part, 0)
    const right = checksum(bytes.subarray(at, to)) === bytes.readUInt32LE(at + 22)
    pages.push({ number: bytes.readUInt32LE(at + 18), right, lacing, content: bytes.subarray(from, to) })
    at = to
  }
  return pages
}

function packetsIn(bytes: Buffer): Buffer[] {
  const packets: Buffer[] = []
  let open = Buffer.alloc(0)
  for (const { lacing, content } of pagesIn(bytes)) {
    let at = 0
    for (const part of lacing) {
      open = Buffer.concat([open, content.subarray(at, at + part)])
      at += part
      if (part < 255) {
        packets.push(open)
        open = Buffer.alloc(0)
      }
    }
  }
  return packets
}
