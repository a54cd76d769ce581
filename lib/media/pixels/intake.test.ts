import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { buildProgram, lives, until } from '#lib/testing/program'

import { takePicture } from './intake'

let child: Awaited<ReturnType<typeof buildProgram>>
let folder: string
let picture: string

/** A program that does this, after it has said which process it is. */
function program(body: string): string {
  const file = join(folder, `${randomUUID()}.mjs`)
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[3], String(process.pid));${body}`,
  )
  return file
}

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

const tooMuch = { name: 'Refusal', reason: 'too-large', message: expect.stringContaining('too long to read') }

test('a process that takes too long is killed, and it works at a low priority meanwhile', async () => {
  const said = join(folder, 'slow')
  const taking = takePicture(picture, said, { program: program('for (;;);'), patience: 600 })
  taking.catch(() => undefined)
  await until(() => existsSync(said))
  const pid = Number(readFileSync(said, 'utf8'))
  expect(getPriority(pid)).toBe(10)
  await expect(taking).rejects.toMatchObject(tooMuch)
  await until(() => !lives(pid))
})

test.skipIf(process.platform !== 'linux')('the kernel ends one that needs more memory than it gets', async () => {
  const greedy = program('const all = []; for (;;) all.push(new Array(100_000).fill(all.length))')
  await expect(takePicture(picture, join(folder, 'greedy'), { program: greedy })).rejects.toMatchObject(tooMuch)
})

test('one that answers without end is killed, and one that ends in a fault is a fault of ours', async () => {
  const talking = program('for (;;) process.stdout.write("x".repeat(100_000))')
  await expect(takePicture(picture, join(folder, 'talking'), { program: talking })).rejects.toMatchObject(tooMuch)
  const broken = program('process.exit(3)')
  await expect(takePicture(picture, join(folder, 'broken'), { program: broken })).rejects.toThrow('ended with 3')
})

test('nobody waits any more: it is killed', async () => {
  const said = join(folder, 'left')
  const control = new AbortController()
  const taking = takePicture(picture, said, { program: program('for (;;);'), signal: control.signal })
  await until(() => existsSync(said))
  control.abort()
  await expect(taking).rejects.toThrow(/abort/i)
  await until(() => !lives(Number(readFileSync(said, 'utf8'))))
})

test('a folder that cannot be written to is a fault of ours, not of the picture', async () => {
  await expect(takePicture(picture, join(folder, 'none'), { program: child.file })).rejects.toThrow(
    'writing a picture failed',
  )
})

test('two are taken in at once; when many wait, the next is told so', async () => {
  const control = new AbortController()
  const options = { program: program('for (;;);'), signal: control.signal }
  const all = Array.from({ length: 34 }, () => takePicture(picture, join(folder, randomUUID()), options))
  const settled = Promise.allSettled(all)
  await expect(takePicture(picture, join(folder, 'more'), options)).rejects.toMatchObject({ reason: 'busy' })
  control.abort()
  expect((await settled).every(({ status }) => status === 'rejected')).toBe(true)
})
