import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fileOf, freshPath, readBytes } from '#lib/testing/clips/files'
import { fragmented } from '#lib/testing/clips/fragments'
import { id3, id3v1, mp3Frames, mp3Table } from '#lib/testing/clips/mp3'
import { mp4Of, pictures, places, silence, told } from '#lib/testing/clips/mp4'
import { oggOf, opusFile, vorbisFile } from '#lib/testing/clips/ogg'
import { pcm, riffChunk, wavFormat, wavOf } from '#lib/testing/clips/wav'
import { tags, webmOf } from '#lib/testing/clips/webm'
import { formats, isFault } from './clip'
import { readContainer } from './read'
import { stripContainer } from './strip'

const valid = [
  mp4Of([pictures(9), silence(9), places('x')], { inMoov: told('x') }),
  mp4Of([silence(9)], { front: true }),
  fragmented(pictures(25), { more: told('x') }),
  webmOf({ tail: [tags('x')] }),
  Buffer.concat([id3({ TIT2: 'x' }), mp3Table(9), ...mp3Frames(9), id3v1('x')]),
  oggOf(opusFile(120, ['TITLE=x'])),
  oggOf(vorbisFile(['TITLE=x'], Buffer.alloc(300), [Buffer.alloc(99)])),
  wavOf([riffChunk('fmt ', wavFormat()), riffChunk('LIST', Buffer.from('INFO')), riffChunk('data', pcm(0.1))]),
]

type Harm = { kind: 'set' | 'cut' | 'copy' | 'drop'; at: number; length: number; bytes: readonly number[] }

const harms: fc.Arbitrary<Harm[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'set' as const,
      'set' as const,
      'set' as const,
      'cut' as const,
      'copy' as const,
      'drop' as const,
    ),
    // Heads and tables are where it hurts.
    at: fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 0.1, noNaN: true }),
      fc.double({ min: 0.8, max: 1, noNaN: true }),
    ),
    length: fc.nat(64),
    bytes: fc.oneof(
      fc.constantFrom([0, 0, 0, 0], [255, 255, 255, 255], [0, 0, 0, 1], [127, 255, 255, 255]),
      fc.array(fc.nat(255), { minLength: 1, maxLength: 4 }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
)

function harmed(file: Buffer, all: Harm[]): Buffer {
  return all.reduce((bytes, { kind, at: part, length, bytes: set }) => {
    const at = Math.floor(part * bytes.length)
    if (kind === 'cut') return bytes.subarray(0, Math.max(1, at))
    if (kind === 'drop') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    if (kind === 'copy')
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)])
    const copy = Buffer.from(bytes)
    Buffer.from(set).copy(copy, at)
    return copy
  }, file)
}

test('whatever is done to a file, it is read or refused in words; what is read is stripped or refused, and then reads', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(valid.length - 1), harms, async (which, all) => {
      const file = valid[which]!
      const path = fileOf(harmed(file, all))
      const clip = await readContainer(path)
      if (isFault(clip)) return void expect(clip.fault).toMatch(/^[A-Z].*\.$/s)
      expect(formats).toContain(clip.format)
      const copy = freshPath()
      const stripped = await stripContainer(path, copy, clip)
      if (isFault(stripped)) return void (await expect(readFile(copy)).rejects.toThrow('ENOENT'))
      expect(await readContainer(copy)).toEqual(stripped.clip)
      const written = await readFile(copy)
      expect(stripped).toMatchObject({
        bytes: written.length,
        sha256: createHash('sha256').update(written).digest('hex'),
      })
      expect(written.length).toBeLessThan(2 * file.length + 1000)
    }),
    { numRuns: 1500 },
  )
})

test('bytes at random behind the beginning of each kind are refused in words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(valid.length - 1),
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(40),
      async (which, noise, kept) => {
        const clip = await readBytes(Buffer.concat([valid[which]!.subarray(0, kept), noise]))
        expect('fault' in clip || clip.seconds > 0).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

test.each<[string, Buffer, string]>([
  ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'JPEG picture, whatever its name says'],
  ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'PNG picture'],
  ['a ZIP file', Buffer.from('PK\x03\x04'), 'an archive'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'neither a film nor a recording'],
  ['an AVI film', Buffer.from('RIFF\0\0\0\0AVI '), 'an AVI film. Export it as MP4 (H.264).'],
  ['FLAC', Buffer.from('fLaC'), 'FLAC sound. Export it as MP3'],
  ['a transport stream', Buffer.alloc(376, Buffer.concat([Buffer.from('G'), Buffer.alloc(187)])), 'transport stream'],
  ['nothing', Buffer.alloc(0), 'empty'],
])('%s named .mp4 is told by its bytes', async (_, bytes, why) =>
  expect(await readBytes(bytes, '.mp4')).toEqual({ fault: expect.stringContaining(why) }),
)

test('a file is told by its bytes under any name', async () => {
  for (const file of valid) expect(await readBytes(file, '.jpg')).toEqual(await readBytes(file, '.mp4'))
})

test('a copy never takes the place of a file', async () => {
  const path = fileOf(valid[7]!)
  const there = fileOf(Buffer.from('mine'))
  const clip = await readContainer(path)
  if (isFault(clip)) throw new Error(clip.fault)
  await expect(stripContainer(path, there, clip)).rejects.toThrow('EEXIST')
  expect((await readFile(there)).toString()).toBe('mine')
})
