import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { avifGrid, jpegSegment, withSegments } from '#lib/testing/picture-parts'

import { sieve } from './sieve'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-sieve-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function sift(bytes: Buffer) {
  const file = join(folder, 'picture')
  writeFileSync(file, bytes)
  return sieve(file)
}
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c86432' } })

test('each kind says its type and its sides, as they are stored', async () => {
  for (const type of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const)
    expect(await sift(await plain(90, 60).toFormat(type).toBuffer())).toEqual({ type, width: 90, height: 60 })
  expect(await sift(await plain(90, 60).webp({ lossless: true }).toBuffer())).toMatchObject({ width: 90, height: 60 })
  const seeThrough = plain(91, 61).ensureAlpha(0.5).webp()
  expect(await sift(await seeThrough.toBuffer())).toEqual({ type: 'webp', width: 91, height: 61 })
})

test('a picture of just 50 megapixels passes, and one line more does not', async () => {
  const head = async (height: number) => {
    const png = await plain(10, 10).png().toBuffer()
    png.writeUInt32BE(10_000, 16)
    png.writeUInt32BE(height, 20)
    return png
  }
  expect(await sift(await head(5000))).toMatchObject({ height: 5000 })
  await expect(sift(await head(5001))).rejects.toThrow('has 50.01 megapixels')
})

test('what lies behind a JPEG’s end is nobody’s, and many scans of another picture there are not counted', async () => {
  const jpeg = await plain(90, 60).jpeg().toBuffer()
  const scans = Buffer.concat(Array<Buffer>(100).fill(Buffer.from([0xff, 0xda, 0, 2])))
  expect(await sift(Buffer.concat([jpeg, scans]))).toMatchObject({ type: 'jpeg' })
  await expect(sift(Buffer.concat([jpeg.subarray(0, -2), scans]))).rejects.toThrow('64 scans')
})

test('markers are found wherever they lie in the file’s pieces', async () => {
  const jpeg = await plain(90, 60).jpeg().toBuffer()
  for (const length of [65_000, 65_001, 65_002, 65_003]) {
    const four = Array<Buffer>(4).fill(jpegSegment(0xe2, Buffer.alloc(length, 0xff)))
    expect(await sift(withSegments(jpeg, ...four))).toEqual({ type: 'jpeg', width: 90, height: 60 })
  }
})

test('a picture of honest tiles passes', async () => {
  const grid = { width: 4000, height: 2900, tiles: 48, tile: [512, 512] as [number, number] }
  expect(await sift(avifGrid(grid))).toEqual({ type: 'avif', width: 4000, height: 2900 })
})

test('any beginning of a sound picture is a fault in words, or sound', async () => {
  for (const type of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const) {
    const whole = await plain(90, 60).toFormat(type).toBuffer()
    for (let length = 0; length < Math.min(whole.length, 400); length += 7)
      await sift(whole.subarray(0, length)).catch((error) => expect(error).toMatchObject({ name: 'Refusal' }))
  }
})
