import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { hostilePictures } from '#lib/testing/hostile-pictures'
import { oddPictures } from '#lib/testing/odd-pictures'
import { buildProgram } from '#lib/testing/program'
import { markup, type SentPicture } from '#lib/testing/sent-picture'

import { takePicture } from './intake'

let child: Awaited<ReturnType<typeof buildProgram>>
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-pictures-'))
  child = await buildProgram('lib/media/pixels/intake-child.ts')
})
afterAll(() => {
  child.remove()
  rmSync(folder, { recursive: true })
})

async function take(sent: SentPicture) {
  const file = join(folder, sent.name)
  const into = `${file}.made`
  mkdirSync(into)
  writeFileSync(file, await sent.bytes())
  return takePicture(file, into, { program: child.file })
}

describe('is refused, with what is wrong', () => {
  test.each(hostilePictures.map((one) => [one.name, one] as const))('%s', async (_, sent) => {
    const [reason, words] = sent.refused
    await expect(take(sent)).rejects.toMatchObject({ name: 'Refusal', reason, message: expect.stringMatching(words) })
  })
})

describe('becomes a right picture, and nothing else of it is kept', () => {
  test.each(oddPictures.map((one) => [one.name, one] as const))('%s', async (_, sent) => {
    const { width, height, format, colour } = sent.picture
    const { master, thumbs } = await take(sent)
    expect(master).toMatchObject({ width, height, format })
    for (const { file } of [master, ...thumbs]) {
      const { exif, icc, iptc, xmp, comments, orientation, pages } = await sharp(file).metadata()
      expect({ exif, icc, iptc, xmp, comments, orientation, pages }).toEqual({})
      expect(readFileSync(file).includes(markup)).toBe(false)
    }
    if (!colour) return
    const seen = await sharp(thumbs[0]!.file).resize(1, 1, { fit: 'fill' }).raw().toBuffer()
    // What is printed in four inks is a little off, whoever converts it.
    for (const [i, value] of colour.entries())
      expect(Math.abs(seen[i]! - value), `${[...seen]}`).toBeLessThan(sent.name.startsWith('CMYK') ? 45 : 6)
  })
})
