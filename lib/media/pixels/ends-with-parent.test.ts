import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { buildProgram } from '#lib/testing/program'

type Program = Awaited<ReturnType<typeof buildProgram>>
let intake: Program
let encode: Program
/** A picture that never comes: whoever opens it waits, in a thread of its own, as over a large one. */
let endless: string

beforeAll(async () => {
  endless = join(mkdtempSync(join(tmpdir(), 'stet-endless-')), 'picture.jpg')
  if (process.platform !== 'win32') execFileSync('mkfifo', [endless])
  intake = await buildProgram('lib/media/pixels/intake-child.ts')
  encode = await buildProgram('lib/media/pixels/encode-child.ts')
})
afterAll(() => {
  intake.remove()
  encode.remove()
  rmSync(join(endless, '..'), { recursive: true })
})

const works = test.skipIf(process.platform === 'win32')

works('what takes in a picture ends at once when its parent has, over whatever it is', async () => {
  const child = spawn(process.execPath, [intake.file, endless, tmpdir(), 'jpeg'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  await sleep(600)
  expect(child.exitCode ?? child.signalCode).toBeNull()
  child.stdin!.destroy()
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
})

works('an encoder ends at once when its parent has, in the midst of a file', async () => {
  const child = spawn(process.execPath, [encode.file], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const to = join(endless, '..', 'made')
  child.send({ master: endless, to, width: 320, format: 'jpeg', kind: 'photo' })
  await sleep(600)
  expect(child.exitCode ?? child.signalCode).toBeNull()
  child.disconnect()
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  expect(existsSync(to)).toBe(false)
})
