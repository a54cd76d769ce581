import { expect, test } from 'vitest'

import { clipIn, faultIn, stripped } from '#lib/testing/clips/files'
import { pcm, riffChunk, wavFormat, wavOf } from '#lib/testing/clips/wav'

const marker = Buffer.from('52.5200N 13.4050E')
const format = riffChunk('fmt ', wavFormat())
const sound = pcm(2)

test('a WAV file is told with its length and words', async () => {
  const list = riffChunk(
    'LIST',
    Buffer.concat([
      Buffer.from('INFO'),
      riffChunk('INAM', Buffer.from('The ferry\0')),
      riffChunk('IART', Buffer.from('Ada')),
    ]),
  )
  expect(await clipIn(wavOf([format, list, riffChunk('data', sound)]))).toEqual({
    kind: 'audio',
    type: 'audio/wav',
    format: 'wav',
    seconds: 2,
    codecs: ['pcm'],
    title: 'The ferry',
    artist: 'Ada',
  })
})

test('only format and sound are kept, wherever the rest stands, and what follows the end goes', async () => {
  const rest = ['LIST', 'bext', 'iXML', 'id3 ', 'cart', 'junk', '_PMX'].map((name) =>
    riffChunk(name, Buffer.concat([Buffer.from('INFO'), marker])),
  )
  const file = Buffer.concat([
    wavOf([...rest, format, ...rest, riffChunk('data', sound), ...rest]),
    Buffer.from('PK\x03\x04'),
    marker,
  ])
  expect((await stripped(file)).bytes).toEqual(wavOf([format, riffChunk('data', sound)]))
})

test('what stands in a format behind what it needs goes, too', async () => {
  const wide = riffChunk('fmt ', Buffer.concat([wavFormat(), marker]))
  expect((await stripped(wavOf([wide, riffChunk('data', sound)]))).bytes).toEqual(
    wavOf([format, riffChunk('data', sound)]),
  )
})

test('floating numbers get the chunk that they want', async () => {
  const float = riffChunk('fmt ', wavFormat({ kind: 3, bits: 32 }))
  const samples = Buffer.alloc(4)
  samples.writeUInt32LE(8000)
  const data = riffChunk('data', Buffer.alloc(32_000, 1))
  const { bytes, clip } = await stripped(wavOf([float, data]))
  expect(bytes).toEqual(wavOf([float, riffChunk('fact', samples), data]))
  expect(clip.seconds).toBe(1)
})

test('half a sample at the end goes', async () => {
  const file = wavOf([format, riffChunk('data', Buffer.concat([sound, Buffer.alloc(1, 7)]))])
  expect((await stripped(file)).bytes).toEqual(wavOf([format, riffChunk('data', sound)]))
})

test('an odd length is padded', async () => {
  const bytes = riffChunk('fmt ', wavFormat({ bits: 8 }))
  const file = wavOf([bytes, riffChunk('data', Buffer.alloc(8001, 128))])
  expect((await stripped(file)).bytes).toEqual(file)
})

test.each<[string, Buffer, string]>([
  ['a length of 4 GB', wavOf([format, riffChunk('data', sound, 0xffffffff)]), 'shorter than it says'],
  ['a cut end', wavOf([format, riffChunk('data', sound)]).subarray(0, 9000), 'shorter than it says'],
  ['a chunk beyond the end that the file names', wavOf([format, riffChunk('data', sound)], 1000), 'damaged'],
  ['no format', wavOf([riffChunk('data', sound)]), 'no sound'],
  ['no sound', wavOf([format]), 'no sound'],
  ['sound of no length', wavOf([format, riffChunk('data', Buffer.alloc(0))]), 'nothing to play'],
  ['ADPCM', wavOf([riffChunk('fmt ', wavFormat({ kind: 2, bits: 4 })), riffChunk('data', sound)]), 'compressed'],
  ['no channels', wavOf([riffChunk('fmt ', wavFormat({ channels: 0 })), riffChunk('data', sound)]), 'rare kind'],
  ['a format of three bytes', wavOf([riffChunk('fmt ', Buffer.alloc(3)), riffChunk('data', sound)]), 'damaged'],
  [
    'another rate than it says',
    wavOf([riffChunk('fmt ', wavFormat().fill(9, 8, 9)), riffChunk('data', sound)]),
    'damaged',
  ],
  ['a long name', Buffer.concat([Buffer.from('RF64\0\0\0\0WAVE')]), 'more than 4 GB'],
])('refused with %s', async (_, file, why) => expect(await faultIn(file)).toContain(why))

test('a million empty chunks are not walked', async () => {
  const file = wavOf([format, Buffer.alloc(8_000_000), riffChunk('data', sound)])
  expect(await faultIn(file)).toContain('too many parts')
})
