import { expect, test } from 'vitest'

import { clipIn, faultIn, stripped } from '#lib/testing/clips/files'
import { ape, id3, id3v1, lyrics3, mp3Frame, mp3Frames, mp3Table } from '#lib/testing/clips/mp3'

const marker = '52.5200N 13.4050E'
const frames = mp3Frames(2000)
const bare = Buffer.concat(frames)
const withTable = Buffer.concat([mp3Table(2000), ...frames])

test('an MP3 file is told with its length, by its table or its frames, and its words', async () => {
  const seconds = Math.round((2000 * 1152 * 1000) / 44_100) / 1000
  const common = { kind: 'audio', type: 'audio/mpeg', format: 'mp3', codecs: ['mp3'] }
  expect(await clipIn(bare)).toEqual({ ...common, seconds })
  const tag = id3({ TIT2: 'Die Fähre', TPE1: 'Ada', COMM: 'Said at the pier', TDRC: '2026' })
  const words = { title: 'Die Fähre', artist: 'Ada', description: 'Said at the pier', date: '2026' }
  expect(await clipIn(Buffer.concat([tag, withTable]))).toEqual({ ...common, seconds, ...words })
})

test('tags at the end do not count as sound', async () => {
  const after = [ape('x'.repeat(20_000)), lyrics3('y'.repeat(20_000)), id3v1('z')]
  for (const one of after) expect((await clipIn(Buffer.concat([bare, one]))).seconds).toBe((await clipIn(bare)).seconds)
})

test('words are read in the older tags and in UTF-16', async () => {
  const wide = (mark: string, text: Buffer) => Buffer.concat([Buffer.from(mark, 'hex'), text])
  const said = Buffer.from('Fähre\0', 'utf16le')
  const newer = wide('49443303000000000019544954320000000f000001fffe', said.subarray(0, 12))
  expect(await clipIn(Buffer.concat([newer, bare]))).toMatchObject({ title: 'Fähre' })
  const older = Buffer.concat([Buffer.from('ID3\x02\0\0\0\0\0\x0b'), Buffer.from('TT2\0\0\x05\0Ada\0')])
  expect(await clipIn(Buffer.concat([older, bare]))).toMatchObject({ title: 'Ada' })
})

test('a table that cannot be true is not believed', async () => {
  const { seconds } = await clipIn(Buffer.concat([mp3Table(400_000_000), ...frames]))
  expect(Math.abs(seconds - 52.27)).toBeLessThan(0.1)
})

test.each<[string, Buffer[], Buffer[]]>([
  ['tags in front', [id3({ TIT2: marker }), id3({ COMM: marker })], []],
  ['a tag of ID3v1', [], [id3v1(marker)]],
  ['a tag of ID3v2 at the end', [], [id3({ TIT2: marker }, { footer: true })]],
  ['a tag of APE', [], [ape(marker)]],
  ['Lyrics3', [], [lyrics3(marker)]],
  ['all of them', [id3({ TIT2: marker }), Buffer.alloc(300)], [ape(marker), lyrics3(marker), id3v1(marker)]],
  ['another kind of file behind it', [], [Buffer.from(`PK\x03\x04${marker}`)]],
  ['a length in front that is too small', [id3({ TIT2: marker, COMM: marker }, { says: 20 })], []],
])('stripped of %s, frames and table stay', async (_, before, after) => {
  for (const sound of [bare, withTable])
    expect((await stripped(Buffer.concat([...before, sound, ...after]))).bytes.equals(sound)).toBe(true)
})

test('what stands between frames goes, and a last frame that is cut off', async () => {
  const file = Buffer.concat([
    ...frames.slice(0, 900),
    Buffer.from(`${marker}\xff\xfb\x90`, 'latin1'),
    ...frames.slice(900),
    mp3Frame().subarray(0, 99),
  ])
  expect((await stripped(file)).bytes.equals(bare)).toBe(true)
})

test('frames inside a tag at the end are no sound', async () => {
  const file = Buffer.concat([
    bare,
    ape(
      Buffer.concat(mp3Frames(5))
        .toString('latin1')
        .replace(/[^\x20-\x7f]/g, 'x'),
    ),
    id3v1('x'),
  ])
  expect((await stripped(file)).bytes.equals(bare)).toBe(true)
})

test.each<[string, Buffer, string]>([
  ['a tag longer than the file', id3({ TIT2: 'x' }, { says: 200_000_000 }), 'damaged'],
  ['tags without end', Buffer.concat(Array.from({ length: 5000 }, () => id3({}))), 'damaged'],
  ['a tag and nothing else', id3({ TIT2: 'x' }), 'not an MP3'],
  ['a single frame', mp3Frame(), 'not an MP3'],
  ['only heads without end', Buffer.alloc(4_000_000, 0xff), 'not an MP3'],
  ['a tag and a lie', Buffer.concat([id3({ TIT2: 'x' }), Buffer.alloc(4_000_000, 0xff)]), 'not an MP3'],
  ['AAC', Buffer.from('fff15080', 'hex'), 'AAC'],
  ['Layer II', Buffer.from('fffd90c4', 'hex'), 'Layer I or II'],
])('refused: %s', async (_, file, why) => expect(await faultIn(file)).toContain(why))
