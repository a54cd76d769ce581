import { expect, test } from 'vitest'

import { clipIn, faultIn, stripped } from '#lib/testing/clips/files'
import {
  attachments,
  block,
  cluster,
  clusters,
  docType,
  ebml,
  group,
  info,
  open,
  opus,
  tags,
  track,
  vp8,
  type WebmTrack,
  webmOf,
} from '#lib/testing/clips/webm'
import { blocksOf, cuedOf, elementsOf, segmentOf } from '#lib/testing/clips/webm-view'

const marker = '+52.5200+013.4050/'
const plain = webmOf()
const subtitles: WebmTrack = { number: 3, type: 17, codec: 'S_TEXT/UTF8' }
const data: WebmTrack = { number: 4, type: 33, codec: 'D_WEBVTT/METADATA' }

test('a film is told with its shape, length, codecs and words, those of tags at the end too', async () => {
  const file = webmOf({ infos: info([ebml(0x7ba9, 'The ferry')]), tail: [tags('Ada')] })
  expect(await clipIn(file)).toEqual({
    kind: 'video',
    type: 'video/webm',
    format: 'webm',
    seconds: 2,
    width: 64,
    height: 36,
    codecs: ['vp8', 'opus'],
    title: 'The ferry',
    artist: 'Ada',
  })
})

test('sound alone is sound', async () => {
  expect(await clipIn(webmOf({ tracks: [opus] }))).toMatchObject({ kind: 'audio', type: 'audio/webm', format: 'webm' })
})

test.each<[string, Parameters<typeof webmOf>[0]]>([
  [
    'title, date and names of programs',
    { infos: info([ebml(0x7ba9, marker), ebml(0x4461, marker), ebml(0x73a4, marker)]) },
  ],
  ['tags', { tail: [tags(marker)] }],
  [
    'tags, attachments and chapters in front',
    { front: [tags(marker.repeat(9)), attachments(marker), ebml(0x1043a770, marker), ebml(0xec, marker)] },
  ],
  [
    'names of tracks',
    { tracks: [{ ...vp8, more: [...vp8.more!, ebml(0x536e, marker), ebml(0x258688, marker)] }, opus] },
  ],
  ['an element of no known kind', { front: [ebml(0x4abc, marker)], tail: [ebml(0x4abc, marker)] }],
  [
    'tracks of subtitles and of data, with their blocks and cues',
    {
      tracks: [vp8, subtitles, opus, data],
      cueTracks: [1, 3],
      clusters: clusters.map((one, index) =>
        Buffer.concat([
          one,
          cluster(
            index * 1000,
            block(3, 5, marker),
            group(4, 7, marker.repeat(40), ebml(0x9b, 5)),
            ebml(0xec, marker),
            block(2, 9, 'x'),
          ),
        ]),
      ),
    },
  ],
])('stripped of %s: blocks are the same, and cues lead to clusters', async (_, shape) => {
  const file = Buffer.concat([webmOf(shape), Buffer.from(`PK\x03\x04${marker}`)])
  const { bytes, clip } = await stripped(file)
  for (const left of [marker, 'Lavf', 'PK\x03']) expect(bytes.includes(left)).toBe(false)
  const { title, artist, ...told } = await clipIn(file)
  expect(clip).toEqual(told)
  expect(blocksOf(bytes, [1, 2])).toEqual(blocksOf(webmOf(shape), [1, 2]))
  expect(blocksOf(bytes, [3, 4])).toEqual([])
  expect(cuedOf(bytes)).toEqual([0x1f43b675, 0x1f43b675])
  expect(segmentOf(bytes).length).toBe(segmentOf(webmOf(shape)).length)
  expect((await stripped(bytes)).bytes.equals(bytes)).toBe(true)
})

test('the directory names only what is left', async () => {
  const { bytes } = await stripped(webmOf({ tail: [tags(marker)] }))
  const directory = elementsOf(segmentOf(bytes)).find(({ id }) => id === 0x114d9b74)!
  expect(elementsOf(directory.content).map(({ id }) => id)).toEqual([0x4dbb, 0xec])
})

test('a film as browsers record it, without lengths, is told by its last block and kept', async () => {
  const parts = clusters.map((one) => open(0x1f43b675, elementsOf(one)[0]!.content))
  const file = Buffer.concat([
    docType(),
    open(0x18538067, info([], []), ebml(0x1654ae6b, track(vp8), track(opus)), ...parts),
  ])
  expect(await clipIn(file)).toMatchObject({ seconds: 1.95, codecs: ['vp8', 'opus'] })
  const { bytes } = await stripped(Buffer.concat([file, Buffer.from(`<html>${marker}`)]))
  expect(bytes.includes(marker)).toBe(false)
  expect(bytes.length).toBe(Buffer.concat([file]).length - docType().length + 36)
  expect(bytes.subarray(-600).equals(file.subarray(-600))).toBe(true)
})

test('a Matroska film whose codecs are those of WebM becomes one', async () => {
  const { bytes, clip } = await stripped(webmOf({ head: docType('matroska') }))
  expect(clip.type).toBe('video/webm')
  expect(bytes.includes('matroska')).toBe(false)
  expect(blocksOf(bytes, [1, 2])).toEqual(blocksOf(plain, [1, 2]))
})

test("Vorbis' comments go from what its decoder needs, and nothing else of it", async () => {
  const [head, books] = [Buffer.alloc(30, 'head'), Buffer.alloc(300, 'book')]
  const packed = (comment: string) =>
    Buffer.concat([Buffer.from([2, 30, comment.length]), head, Buffer.from(comment, 'latin1'), books])
  const said = `\x03vorbis\x04\0\0\0Lavf\x01\0\0\0${String.fromCharCode(marker.length)}\0\0\0${marker}\x01`
  const of = (own: Buffer) => webmOf({ tracks: [{ number: 2, type: 2, codec: 'A_VORBIS', more: [ebml(0x63a2, own)] }] })
  const { bytes } = await stripped(of(packed(said)))
  expect(bytes.includes(marker)).toBe(false)
  const empty = `\x03vorbis${String.fromCharCode(said.length - 16)}\0\0\0${'\0'.repeat(said.length - 16)}\0\0\0\0\x01`
  expect(bytes.includes(packed(empty))).toBe(true)
  for (const broken of [Buffer.alloc(0), Buffer.from([2, 255]), packed('short'), Buffer.from([2, 30, 200])])
    expect(await faultIn(of(broken))).toContain('damaged')
})

const h264: WebmTrack = { ...vp8, codec: 'V_MPEG4/ISO/AVC' }
const sized = (size: string) =>
  Buffer.concat([
    docType(),
    Buffer.from('18538067', 'hex'),
    Buffer.from(size, 'hex'),
    info(),
    ebml(0x1654ae6b, track(vp8)),
  ])

test.each<[string, Buffer, string]>([
  [
    'H.264 in Matroska',
    webmOf({ head: docType('matroska'), tracks: [h264, opus] }),
    'Matroska film \\(.mkv\\) holds H.264 video.*MP4 \\(H.264\\)',
  ],
  [
    'AAC in Matroska',
    webmOf({ head: docType('matroska'), tracks: [vp8, { ...opus, codec: 'A_AAC' }] }),
    'holds AAC sound',
  ],
  ['only subtitles', webmOf({ tracks: [subtitles] }), 'neither pictures nor sound'],
  ['encrypted tracks', webmOf({ tracks: [{ ...vp8, more: [ebml(0x6d80, 'x')] }] }), 'packed or encrypted'],
  ['another kind of EBML', webmOf({ head: docType('other') }), 'neither WebM'],
  ['no tracks', Buffer.concat([docType(), ebml(0x18538067, info())]), 'damaged'],
  ['a cut end', plain.subarray(0, plain.length - 3), 'cut off'],
  ['a size of 2^56', sized('01fffffffffffffe'), 'cut off'],
  [
    'tracks that do not say how long they are',
    Buffer.concat([docType(), open(0x18538067, open(0x1654ae6b, track(vp8)))]),
    'damaged',
  ],
  ['a part larger than the film', webmOf({ tail: [Buffer.from('1254c36701000000000fffff', 'hex')] }), 'damaged'],
  ['no length and no blocks', webmOf({ infos: info([], []), clusters: [] }), 'nothing to play'],
  [
    'a length of seven hours',
    webmOf({ infos: info([], [ebml(0x4489, Buffer.from('41780c9c00000000', 'hex'))]) }),
    'more than six hours',
  ],
  ['a head alone', docType(), 'damaged'],
  ['a cut head', docType().subarray(0, 20), 'cut off'],
])('refused: %s', async (_, file, why) => expect(await faultIn(file)).toMatch(new RegExp(why)))

test('a million tiny elements are not walked, and none one inside another', async () => {
  const tiny = Buffer.alloc(2_000_000, Buffer.from('ec80', 'hex'))
  expect(await faultIn(webmOf({ front: [tiny] }))).toContain('too many parts')
  let nested = ebml(0x7373)
  for (let depth = 0; depth < 2000; depth++) nested = ebml(0x67c8, nested)
  expect(await faultIn(webmOf({ tail: [ebml(0x1254c367, nested)] }))).toBe('taken')
})
