import { expect, test } from 'vitest'

import { be, box, full } from '#lib/testing/clips/boxes'
import { h264Entry } from '#lib/testing/clips/coded'
import { clipIn, stripped } from '#lib/testing/clips/files'
import { mp4Of, pictures, places, silence, told, WHEN } from '#lib/testing/clips/mp4'
import { boxesOf, tracksOf } from '#lib/testing/clips/mp4-view'

const marker = '+52.5200+013.4050/'
const both = [pictures(), silence()]
const plain = mp4Of(both)

test('a film is told with its shape, length, codecs and words, its index behind or in front', async () => {
  const clip = {
    kind: 'video',
    type: 'video/mp4',
    format: 'mp4',
    seconds: 2,
    width: 16,
    height: 16,
    codecs: ['avc1.42c00a', 'mp4a.40.2'],
  }
  expect(await clipIn(plain)).toEqual(clip)
  const more = { inMoov: told('The ferry'), brand: 'M4V ' }
  expect(await clipIn(mp4Of(both, { ...more, front: true }))).toEqual({ ...clip, title: 'The ferry', artist: 'Ada' })
})

test('sound alone is M4A, whatever its brand says, and a cover in a track of its own makes no film of it', async () => {
  const cover = pictures(1, box('jpeg', h264Entry.subarray(8)))
  for (const tracks of [[silence()], [silence(), cover]]) {
    const { kind, type, format, width } = await clipIn(mp4Of(tracks, { brand: 'mp42' }))
    expect({ kind, type, format, width }).toEqual({ kind: 'audio', type: 'audio/mp4', format: 'm4a', width: undefined })
  }
})

test('a film that a phone turned has its sides swapped', async () => {
  const wide = pictures()
  const file = mp4Of([wide], { turned: true })
  const at = file.indexOf('tkhd') + 4 + 76
  file.writeUInt32BE(0x780_0000, at)
  file.writeUInt32BE(0x438_0000, at + 4)
  const { width, height } = await clipIn(file)
  expect({ width, height }).toEqual({ width: 1080, height: 1920 })
})

test.each<[string, Parameters<typeof mp4Of>]>([
  ['words and places in boxes', [both, { inMoov: told(marker) }]],
  ['a track of places', [[...both, places(marker)]]],
  ["Apple's track of places", [[places(marker, 'meta', box('mebx', Buffer.alloc(6), be(2, 1))), ...both]]],
  [
    'times, subtitles and covers',
    [
      [
        places(marker, 'tmcd'),
        ...both,
        places(marker, 'text'),
        { ...places(marker), kind: 'vide', entry: box('jpeg', Buffer.alloc(78)) },
      ],
    ],
  ],
  ['boxes in a track', [[{ ...pictures(), more: told(marker) }, silence()]]],
  ['boxes outside', [both, { before: told(marker) }]],
  ['what is between the pictures', [both, { gap: Buffer.from(marker) }]],
  ['its index in front', [both, { front: true, inMoov: told(marker), gap: Buffer.from(marker) }]],
  ['offsets of eight bytes', [both, { wide: true, inMoov: told(marker) }]],
])('stripped of %s: each sample is the same, the index is in front', async (_, [tracks, shape]) => {
  const file = Buffer.concat([mp4Of(tracks, shape), Buffer.from(`PK\x03\x04${marker}<script>`)])
  const { bytes, clip } = await stripped(file)
  expect(tracksOf(bytes)).toEqual(tracksOf(plain))
  expect(clip).toEqual(await clipIn(plain))
  expect(boxesOf(bytes).map(({ type }) => type)).toEqual(['ftyp', 'moov', 'mdat'])
  for (const left of [marker, WHEN, 'harbour', 'Lavc', 'appl', 'Ada', 'script'])
    expect(bytes.includes(left)).toBe(false)
})

test('a copy stripped once more is the same', async () => {
  const { bytes } = await stripped(mp4Of(both, { inMoov: told(marker) }))
  expect((await stripped(bytes)).bytes.equals(bytes)).toBe(true)
})

test('a box of rare kind inside a sample entry is emptied', async () => {
  const entry = box('avc1', h264Entry.subarray(8), box('uuid', marker))
  const { bytes } = await stripped(mp4Of([pictures(50, entry), silence()]))
  expect(bytes.includes(marker)).toBe(false)
  expect(tracksOf(bytes)).toEqual(tracksOf(plain))
})

test('data whose length is left open goes to the end, and no further than its samples', async () => {
  const file = mp4Of(both, { front: true })
  file.writeUInt32BE(0, file.lastIndexOf('mdat') - 4)
  const { bytes } = await stripped(Buffer.concat([file, Buffer.from(marker)]))
  expect(tracksOf(bytes)).toEqual(tracksOf(plain))
  expect(bytes.includes(marker)).toBe(false)
})

test('two chunks of the same bytes stay so', async () => {
  const twice = [pictures(), { ...pictures(), samples: pictures().samples }]
  const file = mp4Of(twice)
  const [first, second] = [...file.toString('latin1').matchAll(/stco/g)].map(({ index }) => index + 12)
  file.copy(file, second!, first!, first! + 13 * 4)
  const { bytes } = await stripped(file)
  expect(tracksOf(bytes)).toEqual(tracksOf(file))
  expect(bytes.length).toBeLessThan(file.length - 15_000)
})

test('a free box between others and a version of eight bytes do no harm', async () => {
  const long = full('mdhd', 0x1000000, WHEN, WHEN, be(4, 25), be(8, 50), be(2, 0x55c4, 0))
  const file = mp4Of([pictures()], { front: true })
  const at = file.indexOf('mdhd') - 4
  const grown = Buffer.concat([file.subarray(0, at), long, file.subarray(at + 32)])
  for (const type of ['moov', 'trak', 'mdia'])
    grown.writeUInt32BE(grown.readUInt32BE(grown.indexOf(type) - 4) + 12, grown.indexOf(type) - 4)
  const offsets = grown.indexOf('stco') + 12
  for (let index = 0; index < 13; index++)
    grown.writeUInt32BE(grown.readUInt32BE(offsets + index * 4) + 12, offsets + index * 4)
  const { bytes, clip } = await stripped(grown)
  expect(clip.seconds).toBe(2)
  expect(bytes.includes(WHEN)).toBe(false)
  expect(bytes.includes(be(2, 0x55c4))).toBe(true)
})
