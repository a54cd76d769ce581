import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { spokenFor } from '#lib/testing/picture-words'
import { distance } from './likeness'
import type { PictureType } from './limits'
import { makePicture } from './make-picture'
import type { TakenPicture } from './taken-picture'

let folder: string
beforeAll(() => {
  // One name holds one picture after another here.
  sharp.cache(false)
  folder = mkdtempSync(join(tmpdir(), 'stet-make-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function make(bytes: Buffer, type: PictureType): Promise<TakenPicture> {
  const file = join(folder, 'sent')
  writeFileSync(file, bytes)
  return (await makePicture(file, folder, type)) as TakenPicture
}
/** Waves, so that there is something in it, and a bright spot on the right. */
function waves(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const spot = Math.hypot(x / width - 0.8, y / height - 0.3) < 0.08
      const grey = 90 + 60 * Math.sin((9 * x) / width) * Math.cos((7 * y) / height)
      pixels.set(spot ? [255, 40, 40] : [grey, grey, grey], (y * width + x) * 3)
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

test('a master is no larger than 2560, its thumbs than asked, and nothing is enlarged', async () => {
  const large = await make(await waves(3000, 1000).jpeg().toBuffer(), 'jpeg')
  expect(large.original).toEqual({ type: 'jpeg', width: 3000, height: 1000 })
  expect(large.master).toMatchObject({ format: 'jpeg', width: 2560, height: 853 })
  const bytes = readFileSync(large.master.file)
  expect(large.master.bytes).toBe(bytes.length)
  expect(large.master.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(large.thumbs.map(({ wanted, width, height }) => [wanted, width, height])).toEqual([
    [320, 320, 107],
    [640, 640, 213],
  ])
  const small = await make(await waves(400, 300).jpeg().toBuffer(), 'jpeg')
  expect(small.master).toMatchObject({ width: 400, height: 300 })
  expect(small.thumbs.map(({ width }) => width)).toEqual([320, 400])
})

test('photographs become JPEGs at full colour, drawings and what is see-through WebPs without loss', async () => {
  const photo = await make(await waves(400, 300).png().toBuffer(), 'png')
  expect(photo).toMatchObject({ graphic: false, alpha: false, master: { format: 'jpeg' } })
  expect((await sharp(photo.master.file).metadata()).chromaSubsampling).toBe('4:4:4')
  const drawn = sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } }).composite([
    {
      input: await sharp({ create: { width: 90, height: 9, channels: 3, background: '#c80000' } })
        .png()
        .toBuffer(),
    },
  ])
  const graphic = await make(await drawn.png().toBuffer(), 'png')
  expect(graphic).toMatchObject({ graphic: true, alpha: false, master: { format: 'webp' } })
  const before = await drawn.removeAlpha().raw().toBuffer()
  expect((await sharp(graphic.master.file).removeAlpha().raw().toBuffer()).equals(before)).toBe(true)
  const alpha = await make(await waves(400, 300).ensureAlpha(0.3).png().toBuffer(), 'png')
  expect(alpha).toMatchObject({ alpha: true, master: { format: 'webp' } })
  expect((await sharp(alpha.master.file).metadata()).hasAlpha).toBe(true)
})

test.each([
  [1, 'left', 'top'],
  [2, 'right', 'top'],
  [3, 'right', 'bottom'],
  [4, 'left', 'bottom'],
  [5, 'left', 'top'],
  [6, 'right', 'top'],
  [7, 'right', 'bottom'],
  [8, 'left', 'bottom'],
])('turned the %i. way, its first corner comes to the %s and %s', async (orientation, side, end) => {
  const corner = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer()
  const sent = sharp({ create: { width: 160, height: 80, channels: 3, background: '#000000' } })
    .composite([{ input: corner, left: 0, top: 0 }])
    .withMetadata({ orientation })
  const { master } = await make(await sent.jpeg().toBuffer(), 'jpeg')
  expect([master.width, master.height]).toEqual(orientation < 5 ? [160, 80] : [80, 160])
  const left = side === 'left' ? 10 : master.width - 20
  const top = end === 'top' ? 10 : master.height - 20
  const part = await sharp(master.file).extract({ left, top, width: 10, height: 10 }).resize(1, 1).raw().toBuffer()
  expect(part[0]).toBeGreaterThan(240)
})

test('a smaller and a brighter copy are alike, another picture is not, and even ground says nothing', async () => {
  const one = await make(await waves(800, 600).jpeg().toBuffer(), 'jpeg')
  const smaller = await make(
    await waves(800, 600).resize(400).modulate({ brightness: 1.2 }).webp({ quality: 60 }).toBuffer(),
    'webp',
  )
  const negative = await make(await waves(800, 600).negate().jpeg().toBuffer(), 'jpeg')
  expect(one.flat).toBe(false)
  expect(distance(one.likeness, smaller.likeness)).toBeLessThanOrEqual(6)
  expect(distance(one.likeness, negative.likeness)).toBeGreaterThan(12)
  const even = sharp({ create: { width: 90, height: 90, channels: 3, background: '#336699' } })
  expect(await make(await even.png().toBuffer(), 'png')).toMatchObject({
    flat: true,
    colour: '#336699',
  })
})

test('the focal point is guessed at what stands out, however the picture is shaped', async () => {
  for (const [width, height] of [
    [1200, 600],
    [600, 1200],
    [700, 700],
  ] as const) {
    const { focal } = await make(await waves(width, height).jpeg().toBuffer(), 'jpeg')
    expect(Math.hypot(focal.x - 0.8, focal.y - 0.3)).toBeLessThan(0.15)
  }
})

test('what the file says is told, and carried by nothing that is made', async () => {
  const made = await make(await spokenFor({ exif: { ImageDescription: 'At the gate' } }), 'jpeg')
  expect(made.words).toEqual({ caption: 'At the gate' })
  for (const { file } of [made.master, ...made.thumbs])
    expect(readFileSync(file).toString('latin1')).not.toMatch(/Exif|At the gate|xap|Photoshop|ICC_PROFILE/)
})

test('what cannot be read is refused; a folder that is not there is no fault of the picture', async () => {
  const file = join(folder, 'sent')
  writeFileSync(file, Buffer.from([0xff, 0xd8, 0xff, 0xd9]))
  await expect(makePicture(file, folder, 'jpeg')).rejects.toMatchObject({ reason: 'invalid' })
  writeFileSync(file, await waves(90, 60).jpeg().toBuffer())
  expect(await makePicture(file, join(folder, 'none'), 'jpeg')).toEqual({ unwritten: 'ENOENT' })
})
