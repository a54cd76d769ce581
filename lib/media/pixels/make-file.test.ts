import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { EncodeJob } from '#lib/media/store/encode-job'

import { makeFile } from './make-file'

let folder: string
let master: string
/** Red, green, blue and white quarters, from the top left on. */
beforeAll(async () => {
  // One name holds one picture after another here.
  sharp.cache(false)
  folder = mkdtempSync(join(tmpdir(), 'stet-files-'))
  master = join(folder, 'master.jpg')
  const quarter = (background: string) =>
    sharp({ create: { width: 1000, height: 600, channels: 3, background } })
      .png()
      .toBuffer()
  await sharp({ create: { width: 2000, height: 1200, channels: 3, background: '#ffffff' } })
    .composite([
      { input: await quarter('#ff0000'), left: 0, top: 0 },
      { input: await quarter('#00ff00'), left: 1000, top: 0 },
      { input: await quarter('#0000ff'), left: 0, top: 600 },
    ])
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toFile(master)
})
afterAll(() => rmSync(folder, { recursive: true }))

const job = (more: Partial<EncodeJob>): EncodeJob => ({
  master,
  to: join(folder, 'made'),
  width: 320,
  format: 'jpeg',
  kind: 'photo',
  ...more,
})
const colourAt = async (file: string, x: number, y: number) =>
  [...(await sharp(file).extract({ left: x, top: y, width: 1, height: 1 }).removeAlpha().raw().toBuffer())].map(
    (value) => Math.round(value / 255),
  )

test.each(['avif', 'webp', 'jpeg'] as const)('a width in %s, in the master’s shape', async (format) => {
  const one = job({ format })
  expect(await makeFile(one)).toEqual({ width: 320, height: 192, bytes: statSync(one.to).size })
  const { format: made, compression } = await sharp(one.to).metadata()
  expect(compression ?? made).toBe(format === 'avif' ? 'av1' : format)
  expect(await colourAt(one.to, 20, 20)).toEqual([1, 0, 0])
})

test('a crop is what lies there in the master, cut before it is made smaller', async () => {
  const one = job({ crop: { x: 0.5, y: 0, width: 0.5, height: 0.5 }, width: 400, height: 240 })
  expect(await makeFile(one)).toMatchObject({ width: 400, height: 240 })
  for (const [x, y] of [
    [4, 4],
    [395, 235],
  ] as const)
    expect(await colourAt(one.to, x, y)).toEqual([0, 1, 0])
})

test('a small crop stays as it is, unless it must be just so large', async () => {
  const crop = { x: 0, y: 0, width: 0.2, height: 0.1 }
  expect(await makeFile(job({ crop, width: 1280 }))).toMatchObject({ width: 400, height: 120 })
  expect(await makeFile(job({ crop, width: 1200, height: 630 }))).toMatchObject({ width: 1200, height: 630 })
  expect(await makeFile(job({ width: 2560 }))).toMatchObject({ width: 2000, height: 1200 })
})

test('a crop at the very edge, or as thin as it can be, is made', async () => {
  expect(await makeFile(job({ crop: { x: 0.9999, y: 0.9999, width: 0.0001, height: 0.0001 } }))).toMatchObject({
    width: 1,
    height: 1,
  })
})

test('graphics keep their colours at full size, photographs do not', async () => {
  for (const [kind, sampling] of [
    ['photo', '4:2:0'],
    ['graphic', '4:4:4'],
  ] as const) {
    const one = job({ kind })
    await makeFile(one)
    expect((await sharp(one.to).metadata()).chromaSubsampling).toBe(sampling)
  }
})

test('a credit is written into large files only, whatever letters it has, and nothing else', async () => {
  const xmp = { credit: 'Zoë & "Co" <b>\u0000\ud800', copyright: '© Müller' }
  for (const format of ['avif', 'webp', 'jpeg'] as const) {
    const one = job({ format, xmp, width: 960 })
    await makeFile(one)
    const { xmp: written, exif, icc, iptc } = await sharp(one.to).metadata()
    expect(written?.toString()).toContain('photoshop:Credit="Zoë &amp; &quot;Co&quot; &lt;b&gt;"')
    expect(written?.toString()).toContain('>© Müller<')
    expect({ exif, icc, iptc }).toEqual({})
    await makeFile({ ...one, width: 959 })
    expect(readFileSync(one.to).toString('latin1')).not.toContain('Credit')
    await makeFile({ ...one, xmp: {} })
    expect((await sharp(one.to).metadata()).xmp).toBeUndefined()
  }
})

test('a see-through master lies on white as a JPEG, and stays see-through as the others', async () => {
  const clear = join(folder, 'master.webp')
  await sharp({ create: { width: 400, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .webp({ lossless: true })
    .toFile(clear)
  const one = job({ master: clear })
  await makeFile(one)
  expect(await colourAt(one.to, 9, 9)).toEqual([1, 1, 1])
  await makeFile({ ...one, format: 'webp' })
  expect((await sharp(one.to).metadata()).hasAlpha).toBe(true)
})
