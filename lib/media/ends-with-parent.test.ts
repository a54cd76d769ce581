import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { be } from '#lib/testing/clips/boxes'
import { riffChunk, wavFormat, wavOf } from '#lib/testing/clips/wav'
import { buildProgram, until } from '#lib/testing/program'

type Program = Awaited<ReturnType<typeof buildProgram>>
let intake: Program
let clips: Program
let encode: Program
/** A picture that never comes: whoever opens it waits, in a thread of its own, as over a large one. */
let endless: string

beforeAll(async () => {
  endless = join(mkdtempSync(join(tmpdir(), 'stet-endless-')), 'picture.jpg')
  if (process.platform !== 'win32') execFileSync('mkfifo', [endless])
  intake = await buildProgram('lib/media/pixels/intake-child.ts')
  clips = await buildProgram('lib/media/containers/intake-child.ts')
  encode = await buildProgram('lib/media/pixels/encode-child.ts')
})
afterAll(() => {
  intake.remove()
  clips.remove()
  encode.remove()
  rmSync(join(endless, '..'), { recursive: true })
})

/** Waits until somebody reads this pipe, whom it then keeps waiting. @returns its other end */
async function readerOf(pipe: string): Promise<number> {
  for (;;) {
    try {
      return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
    } catch {
      await sleep(25)
    }
  }
}

const works = test.skipIf(process.platform === 'win32')

works('what takes in a picture ends at once when its parent has, over whatever it is', async () => {
  const folder = join(endless, '..')
  const large = join(folder, 'large.jpg')
  // So large that whoever takes it in is in the midst of it.
  const create = { width: 7000, height: 7000, channels: 3, background: '#456' } as const
  await sharp({ create }).jpeg().toFile(large)
  const child = spawn(process.execPath, [intake.file, large, folder], { stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin!.destroy()
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  expect(existsSync(join(folder, 'master'))).toBe(false)
})

works('what takes in a sound ends in the midst of the copy', async () => {
  const folder = join(endless, '..')
  const [file, copy] = [join(folder, 'sound.wav'), join(folder, 'clip')]
  const data = 1_000_000_000
  const head = wavOf([
    riffChunk('fmt ', wavFormat({ channels: 2, rate: 96_000 })),
    Buffer.from('data'),
    be(4, data).reverse(),
  ])
  head.writeUInt32LE(head.length + data - 8, 4)
  writeFileSync(file, head)
  truncateSync(file, head.length + data)
  const child = spawn(process.execPath, [clips.file, file, folder], { stdio: ['pipe', 'ignore', 'inherit'] })
  await until(() => existsSync(copy) && statSync(copy).size > 0)
  child.stdin!.destroy()
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  expect(statSync(copy).size).toBeLessThan(data)
})

works('an encoder ends at once when its parent has, in the midst of a file', async () => {
  const child = spawn(process.execPath, [encode.file], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const to = join(endless, '..', 'made')
  child.send({ master: endless, to, width: 320, format: 'jpeg', kind: 'photo' })
  const writer = await readerOf(endless)
  child.disconnect()
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  expect(existsSync(to)).toBe(false)
  closeSync(writer)
})
