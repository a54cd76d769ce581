import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { buildProgram } from '#lib/testing/program'

import { takePicture } from './intake'

let child: Awaited<ReturnType<typeof buildProgram>>
let folder: string
let picture: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-intake-'))
  picture = join(folder, 'picture.jpg')
  await sharp({ create: { width: 5000, height: 4000, channels: 3, background: '#c86432' } })
    .jpeg()
    .toFile(picture)
  child = await buildProgram('lib/media/pixels/intake-child.ts')
})
afterAll(() => {
  child.remove()
  rmSync(folder, { recursive: true })
})

test('one that takes too long is refused in words', async () => {
  const slow = join(folder, 'slow.mjs')
  writeFileSync(slow, 'for (;;);')
  await expect(takePicture(picture, folder, { program: slow, patience: 300 })).rejects.toMatchObject({
    ...{ name: 'Refusal', reason: 'too-large', message: expect.stringContaining('too long to read') },
  })
})

test('a folder that cannot be written to is a fault of ours, not of the picture', async () => {
  await expect(takePicture(picture, join(folder, 'none'), { program: child.file })).rejects.toThrow(
    'could not be written: ENOENT',
  )
})
