import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { lives, until } from '#lib/testing/program'

import { askProcess } from './ask'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-ask-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A program that does this, after it has said into `said` which process it is. */
function program(body: string) {
  const said = join(folder, randomUUID())
  const file = `${said}.mjs`
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[2], String(process.pid));${body}`,
  )
  return { command: [process.execPath, file, said], said: () => existsSync(said) && Number(readFileSync(said, 'utf8')) }
}

const usual = {
  env: { NODE_ENV: 'test' } as const,
  patience: 60_000,
  longestAnswer: 1000,
  tooMuch: 'This takes too long.',
}
const ask = ({ command }: { command: string[] }, more: Partial<Parameters<typeof askProcess>[2]> = {}) =>
  askProcess('reading', command, { ...usual, ...more })
const tooMuch = { name: 'Refusal', reason: 'too-large', message: 'This takes too long.' }

test('it answers, or says in words why a file is not taken', async () => {
  const echo = program('process.stdin.on("data", (part) => process.stdout.write(part))')
  const asked = { made: 'much' }
  expect(await ask(echo, { input: Buffer.from(JSON.stringify(asked)) })).toEqual(asked)
  const input = Buffer.from(JSON.stringify({ refused: 'invalid', message: 'This is no film.' }))
  await expect(ask(echo, { input })).rejects.toMatchObject({ reason: 'invalid', message: 'This is no film.' })
})

test('one that takes too long is killed, and works at a low priority meanwhile', async () => {
  const slow = program('for (;;);')
  const asking = ask(slow, { patience: 2000, isLow: true })
  asking.catch(() => undefined)
  await until(() => Boolean(slow.said()))
  const pid = Number(slow.said())
  expect(getPriority(pid)).toBe(10)
  await expect(asking).rejects.toMatchObject(tooMuch)
  await until(() => !lives(pid))
})

test.skipIf(process.platform !== 'linux')(
  'the kernel ends one that needs more memory or time than it gets',
  async () => {
    const bounds = { seconds: 60, kilobytes: 200_000 }
    const greedy = program('const all = []; for (;;) all.push(new Array(100_000).fill(all.length))')
    await expect(ask(greedy, { bounds })).rejects.toMatchObject(tooMuch)
    await expect(ask(program('for (;;);'), { bounds: { ...bounds, seconds: 1 } })).rejects.toMatchObject(tooMuch)
  },
)

test('one that answers without end is killed, and one that ends in a fault is a fault of ours', async () => {
  const talking = program('for (;;) process.stdout.write("x".repeat(100_000))')
  await expect(ask(talking)).rejects.toMatchObject(tooMuch)
  await expect(ask(program('process.exit(3)'))).rejects.toThrow('reading ended with 3')
})

test('nobody waits any more: it is killed, or not begun', async () => {
  const control = new AbortController()
  const endless = program('for (;;);')
  const asking = ask(endless, { signal: control.signal })
  await until(() => Boolean(endless.said()))
  control.abort()
  await expect(asking).rejects.toThrow(/abort/i)
  await until(() => !lives(Number(endless.said())))
  const late = program('')
  await expect(ask(late, { signal: control.signal })).rejects.toThrow(/abort/i)
  expect(late.said()).toBe(false)
})
