import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { lives, until } from '#lib/testing/program'

import type { EncodeJob } from './encode-job'
import { type Encoders, makeEncoders } from './encoders'

// A process that does what a job's `to` says: it tells its id, waits, never answers, or dies.
const double = `.build/test-${randomUUID()}.mjs`
const parent = `.build/test-${randomUUID()}.mjs`
let folder: string
let pool: Encoders | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-encoders-'))
  writeFileSync(
    double,
    `import { appendFileSync } from 'node:fs'
process.once('disconnect', () => process.exit())
process.on('message', ({ to, master }) => {
  appendFileSync(master, process.pid + ' ' + to + '\\n')
  if (to === 'dies') process.exit(3)
  if (to === 'fails') return process.send({ failed: 'no such master' })
  if (to !== 'hangs') setTimeout(() => process.send({ width: process.pid, height: 1, bytes: 1 }), 30)
})`,
  )
  await build({
    stdin: {
      contents: `import { makeEncoders } from './encoders'
makeEncoders({ program: process.argv[2] }).encode({ master: process.argv[3], to: 'hangs' }, 'reader')`,
      resolveDir: 'lib/media/store',
      loader: 'ts',
    },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: parent,
    logLevel: 'silent',
  })
})
afterEach(() => pool?.stop())
afterAll(() => {
  for (const file of [double, parent]) rmSync(file, { force: true })
  rmSync(folder, { recursive: true })
})

function begin(options: Partial<Parameters<typeof makeEncoders>[0]> = {}) {
  const log = join(folder, randomUUID())
  const encoders = makeEncoders({ program: double, ...options })
  pool = encoders
  return {
    ask: (to: string, priority: 'reader' | 'desk' | 'publish' = 'reader') =>
      encoders.encode({ master: log, to } as EncodeJob, priority),
    /** Who did what, in order. */
    done: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map((line) => line.split(' '))
        : [],
    stop: encoders.stop,
  }
}

test('two processes do all the work, and are kept for the next', async () => {
  const { ask, done } = begin()
  const pids = await Promise.all(Array.from({ length: 9 }, async (_, i) => (await ask(`${i}`)).width))
  expect(new Set(pids).size).toBe(2)
  expect(pids).toContain((await ask('again')).width)
  expect(getPriority(pids[0]!)).toBe(10)
  expect(done()).toHaveLength(10)
})

test('a reader comes before the desk, and both before a publication, first come first', async () => {
  const { ask, done } = begin({ size: 1 })
  await Promise.all([ask('first'), ask('p1', 'publish'), ask('d1', 'desk'), ask('r1'), ask('p2', 'publish'), ask('r2')])
  expect(done().map(([, to]) => to)).toEqual(['first', 'r1', 'r2', 'd1', 'p1', 'p2'])
})

test('when too many wait, the next is told so; a publication that waits keeps no reader out', async () => {
  const { ask } = begin({ size: 1, queue: 2 })
  const all = [ask('now'), ask('p1', 'publish'), ask('p2', 'publish'), ask('r1'), ask('r2')]
  await expect(ask('r3')).rejects.toMatchObject({ name: 'Refusal', reason: 'busy' })
  await expect(ask('p3', 'publish')).rejects.toMatchObject({ reason: 'busy' })
  expect(await Promise.all(all)).toHaveLength(5)
})

test('what takes too long is ended, what dies is replaced, and the next job is done', async () => {
  const { ask, done } = begin({ size: 1, patience: 500 })
  await expect(ask('hangs')).rejects.toThrow('SIGKILL')
  await expect(ask('dies')).rejects.toThrow('ended with 3')
  await expect(ask('fails')).rejects.toThrow('no such master')
  await ask('works')
  const pids = done().map(([pid]) => Number(pid))
  expect(new Set(pids).size).toBe(3)
  expect(pids[2]).toBe(pids[3])
  await until(() => !lives(pids[0]!))
})

test('a program that cannot start fails its job', async () => {
  const { ask } = begin({ program: '.build/there-is-none.mjs' })
  await expect(ask('x')).rejects.toThrow('ended with 1')
})

test('whoever has nothing to do ends after a while, and starts anew when asked', async () => {
  const { ask } = begin({ size: 1, rest: 50 })
  const { width: pid } = await ask('x')
  await until(() => !lives(pid))
  expect((await ask('y')).width).not.toBe(pid)
})

test('one that is just ending is asked for nothing', async () => {
  const { ask } = begin({ size: 1, rest: 1 })
  for (let i = 0; i < 12; i += 1) {
    await ask(`${i}`)
    // Its rest is over by then, and the news of its end is not there yet.
    const began = performance.now()
    while (performance.now() - began < 3);
    await sleep(1)
  }
})

test('after a stop nothing is left, neither what worked nor what waited', async () => {
  const { ask, done, stop } = begin({ size: 1 })
  const settled = Promise.allSettled([ask('hangs'), ask('waits')])
  await until(() => done().length === 1)
  stop()
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await until(() => !lives(Number(done()[0]![0])))
  await expect(ask('late')).rejects.toThrow('stopped')
})

test('when the server is killed, its encoders end', async () => {
  const log = join(folder, randomUUID())
  const server = spawn(process.execPath, [parent, double, log], { stdio: 'inherit' })
  await until(() => existsSync(log))
  const pid = Number.parseInt(readFileSync(log, 'utf8'), 10)
  expect(lives(pid)).toBe(true)
  server.kill('SIGKILL')
  await once(server, 'exit')
  await until(() => !lives(pid))
})
