import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { takePicture } from '#lib/media/pixels/intake'
import { buildProgram } from '#lib/testing/program'

import { paper } from './paper'
import type { DemoPicture } from './picture'
import { pictures } from './pictures'

const root = 'lib/demo/pictures'

test('what is said of each file is what a take-in finds in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-demo-'))
  const { file: program, remove } = await buildProgram('lib/media/pixels/intake-child.ts')
  const check = async ({ slug, size, colour, like }: DemoPicture) => {
    mkdirSync(join(folder, slug))
    const taken = await takePicture(join(root, slug, 'master.jpg'), join(folder, slug), { program })
    const { master, likeness, flat, graphic, words } = taken
    expect({ size: [master.width, master.height], colour: taken.colour, like: [likeness.hi, likeness.lo] }).toEqual({
      ...{ size, colour, like },
    })
    expect({ flat, graphic, words }).toEqual({ flat: false, graphic: false, words: {} })
    for (const { file, wanted } of taken.thumbs)
      expect(readFileSync(file).equals(readFileSync(join(root, slug, `thumb-${wanted}.jpg`))), slug).toBe(true)
  }
  // Each take-in needs a core: two at a time.
  const halves = [0, 1].map((half) => pictures.filter((_, i) => i % 2 === half))
  await Promise.all(
    halves.map(async (half) => {
      for (const picture of half) await check(picture)
    }),
  )
  remove()
  rmSync(folder, { recursive: true })
}, 240_000)

test('every picture has its files, no others lie there, and all are small', () => {
  expect(readdirSync(root).sort()).toEqual(pictures.map(({ slug }) => slug).sort())
  const found = readdirSync(root, { recursive: true }).map((file) => statSync(join(root, String(file))))
  const files = found.filter((file) => file.isFile())
  expect(files).toHaveLength(pictures.length * 3)
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(4_500_000)
})

test('no picture is in more than two stories, and each but one is somewhere', () => {
  const texts = readdirSync('lib/demo/stories').map((file) => readFileSync(join('lib/demo/stories', file), 'utf8'))
  const faces = new Set<string>(paper.people.map(({ slug }) => slug))
  const uses = ({ slug }: { slug: string }) =>
    texts.filter((text) => new RegExp(`^picture: ${slug}(?: |$)|\\]\\(${slug}\\)$`, 'm').test(text)).length
  const others = pictures.filter(({ slug }) => !faces.has(slug))
  expect(Math.max(...others.map(uses))).toBe(2)
  expect(others.filter((picture) => !uses(picture)).map(({ slug }) => slug)).toEqual(['col-quillan'])
})
