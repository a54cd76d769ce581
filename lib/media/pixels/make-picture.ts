import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type Unwritten, unwritten } from '#lib/media/store/full'

import { again, flatten, openPicture, type Pixels } from './decoding'
import { wordsOf } from './file-words'
import { isGraphic, isSeeThrough } from './graphic'
import { damaged, type PictureType, tooLarge, tooMuch } from './limits'
import { look } from './look'
import { type TakenPicture, thumbWidths } from './taken-picture'

/** Pixels of a master's longer side. */
const longestSide = 2560

/**
 * Decodes a picture once, and makes of its pixels all that the library keeps of it, in the folder `into`. Nothing but
 * pixels goes from the file into what is made: no metadata, no profile, no foreign part.
 * @throws Refusal `invalid` for what cannot be decoded, `too-large` for want of memory
 */
export async function makePicture(file: string, into: string, type: PictureType): Promise<TakenPicture | Unwritten> {
  const { files, ...made } = await make(file, into, type).catch((error: Error) => {
    throw /memory|alloc|limit/i.test(error.message) ? tooLarge(tooMuch) : damaged()
  })
  try {
    for (const { path, data } of files) await writeFile(path, data)
    return made
  } catch (error) {
    return unwritten(error)
  }
}

type Made = TakenPicture & { files: { path: string; data: Buffer }[] }

/** All but writing it. */
async function make(file: string, into: string, type: PictureType): Promise<Made> {
  const { pixels, palette, original } = await decode(file)
  const words = wordsOf(await readFile(file))
  const { width, height, channels } = pixels.raw
  const drawn = type !== 'jpeg' && type !== 'avif' && isGraphic(pixels.data, channels)
  const graphic = palette || drawn
  const alpha = isSeeThrough(pixels.data, channels)
  const opaque = channels === 4 ? await flatten(pixels) : pixels
  const format = graphic || alpha ? 'webp' : 'jpeg'
  const data = await (format === 'webp'
    ? again(alpha ? pixels : opaque).webp({ lossless: true, effort: 2 })
    : again(opaque).jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
  ).toBuffer()
  const thumbs = []
  for (const wanted of thumbWidths) thumbs.push(await thumb(opaque, wanted))
  const seen = await look(opaque)
  const master = join(into, `master.${format === 'webp' ? 'webp' : 'jpg'}`)
  const sha256 = createHash('sha256').update(data).digest('hex')
  const pathOf = (wanted: number) => join(into, `thumb-${wanted}.jpg`)
  return {
    original: { type, ...original },
    master: { file: master, format, width, height, bytes: data.length, sha256 },
    thumbs: thumbs.map(({ data: _, wanted, ...sides }) => ({ file: pathOf(wanted), wanted, ...sides })),
    graphic,
    alpha,
    ...seen,
    words,
    files: [{ path: master, data }, ...thumbs.map(({ wanted, data }) => ({ path: pathOf(wanted), data }))],
  }
}

/** Upright, in sRGB, no larger than a master. */
async function decode(file: string) {
  const picture = openPicture(file)
  const { autoOrient: original, isPalette, format } = await picture.metadata()
  const { data, info } = await picture
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const pixels: Pixels = { data, raw: { width: info.width, height: info.height, channels: info.channels } }
  return { pixels, palette: isPalette === true || format === 'gif', original }
}

async function thumb(opaque: Pixels, wanted: number) {
  const { data, info } = await again(opaque)
    .resize({ width: wanted, withoutEnlargement: true })
    .jpeg({ quality: 75, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  return { data, wanted, width: info.width, height: info.height }
}
