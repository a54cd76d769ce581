import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'

import { expect, test } from 'vitest'

import { be, box, full } from '#lib/testing/clips/boxes'
import { aacEntry, avcC, pictureEntry, soundEntry } from '#lib/testing/clips/coded'
import { faultIn, freshPath } from '#lib/testing/clips/files'
import { mp4Of, pictures, silence } from '#lib/testing/clips/mp4'
import { readContainer } from '../read'

const film = mp4Of([pictures(), silence()])
const front = mp4Of([pictures(), silence()], { front: true })

/** The film with these bytes written behind the first box of that type. */
function changed(file: Buffer, type: string, at: number, bytes: Buffer): Buffer {
  const copy = Buffer.from(file)
  bytes.copy(copy, copy.indexOf(type) + at)
  return copy
}

const high10 = Buffer.from(avcC)
high10[9] = 110
const withSound = (type: string, config = box('dac3')) => mp4Of([pictures(), silence(86, soundEntry(type, config))])
const withPictures = (type: string, config = box('hvcC')) =>
  mp4Of([pictures(50, pictureEntry(type, config)), silence()])

test.each<[string, Buffer, string]>([
  ['HEVC', withPictures('hvc1'), 'HEVC video.*MP4 with H.264'],
  ['ProRes', withPictures('apch'), 'ProRes video.*MP4 with H.264'],
  ['H.264 of ten bits', withPictures('avc1', high10), '10 bits.*MP4 with H.264'],
  ['video that nobody knows', withPictures('what'), 'video of a rare kind'],
  ['Dolby sound', withSound('ac-3'), 'Dolby Digital sound.*AAC sound'],
  [
    'AAC of another kind',
    mp4Of([silence(86, changed(aacEntry, 'esds', 30, Buffer.from([0x0a])))]),
    'sound of a rare kind',
  ],
  ['encrypted pictures', withPictures('encv'), 'encrypted'],
  ['encrypted sound', withSound('drms'), 'encrypted'],
  ['QuickTime by brand', mp4Of([pictures()], { brand: 'qt  ' }), 'QuickTime film.*MP4 \\(H.264\\)'],
  ['QuickTime without a brand', film.subarray(32), 'QuickTime film'],
  ['HEIC', Buffer.concat([box('ftyp', 'heic', be(4, 0), 'mif1'), box('meta')]), 'picture \\(HEIC\\)'],
  ['no index', film.subarray(0, film.indexOf('moov') - 4), 'index is missing'],
  ['a cut index', film.subarray(0, film.length - 5), 'cut off'],
  ['cut data', front.subarray(0, front.length - 5), 'cut off'],
  ['no tracks', mp4Of([]), 'neither pictures nor sound'],
  ['no samples', mp4Of([pictures(0)]), 'nothing to play'],
  ['another file for its data', changed(film, 'url ', 4, be(4, 0)), 'another file'],
  ['an index within an index', Buffer.concat([box('ftyp', 'isom', be(4, 0)), box('moov', box('cmov'))]), 'old kind'],
  ['seven hours', mp4Of([{ ...pictures(2), scale: 1, each: 12_600 }]), 'more than six hours'],
  ['samples outside of its data', changed(film, 'stco', 12, be(4, 8)), 'damaged'],
  ['samples beyond the end', changed(film, 'stco', 12, be(4, 0xfffffff0)), 'damaged'],
  ['more offsets than it has', changed(film, 'stco', 8, be(4, 0xffffffff)), 'damaged'],
  ['more samples than it has', changed(film, 'stsc', 16, be(4, 0xffffffff)), 'damaged'],
  ['a sample of 4 GB', changed(film, 'stsz', 16, be(4, 0xffffffff)), 'damaged'],
  ['samples of 4 GB', changed(film, 'stsz', 8, be(4, 0xffffffff)), 'damaged'],
  ['a box of one byte', changed(film, 'minf', -4, be(4, 2)), 'damaged'],
  ['a box larger than its parent', changed(film, 'minf', -4, be(4, 0x7fffffff)), 'damaged'],
  [
    'a box of 2^64 bytes',
    Buffer.concat([film.subarray(0, 32), be(4, 1), Buffer.from('mdat'), Buffer.alloc(8, 0xff)]),
    'cut off|damaged',
  ],
  ['no time', changed(film, 'mdhd', 16, be(4, 0)), 'damaged'],
])('refused: %s', async (_, file, why) => expect(await faultIn(file)).toMatch(new RegExp(why)))

test('boxes one inside another without end are not followed', async () => {
  let nested = box('udta')
  for (let depth = 0; depth < 2000; depth++) nested = box('trak', box('mdia', nested))
  expect(await faultIn(Buffer.concat([box('ftyp', 'isom', be(4, 0)), box('moov', nested)]))).toContain('damaged')
})

test('a million tiny boxes are not walked, outside or inside', async () => {
  const tiny = Buffer.alloc(8_000_000, box('free'))
  expect(await faultIn(Buffer.concat([box('ftyp', 'isom', be(4, 0)), tiny]))).toContain('too many parts')
  expect(await faultIn(Buffer.concat([box('ftyp', 'isom', be(4, 0)), box('moov', tiny)]))).toContain('too many parts')
})

test('a file of 2 GB is read without its data, and one over 4 GB is not read', async () => {
  const path = freshPath()
  const file = openSync(path, 'w')
  const data = 2_000_000_000
  const at = film.indexOf('mdat') - 4
  writeSync(file, Buffer.concat([film.subarray(0, at), be(4, data), Buffer.from('mdat')]), 0, at + 8, 0)
  writeSync(file, film, film.indexOf('moov') - 4, film.length - film.indexOf('moov') + 4, at + data)
  expect(await readContainer(path)).toMatchObject({ format: 'mp4', seconds: 2 })
  ftruncateSync(file, 4_000_000_001)
  expect(await readContainer(path)).toMatchObject({ fault: expect.stringContaining('over 4 GB') })
  closeSync(file)
})

test('a list of words that is broken is passed over', async () => {
  const broken = box('udta', full('meta', 0, box('ilst', be(4, 0x7fffffff), '\xa9nam')))
  expect(await faultIn(mp4Of([pictures()], { inMoov: [broken] }))).toBe('taken')
})
