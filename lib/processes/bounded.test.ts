import { getPriority } from 'node:os'

import { expect, test } from 'vitest'

import { aProgram, lives, until } from '#lib/testing/program'

import { type Order, runBounded } from './bounded'

const tooMuch = 'This takes too long.'
const env = { NODE_ENV: 'test' } as const
const usual = { name: 'reading', env, patience: 60_000, longestAnswer: 1000, tooMuch }
const run = ({ command }: { command: string[] }, { signal, ...more }: Partial<Order> & { signal?: AbortSignal } = {}) =>
  runBounded({ ...usual, command, ...more }, signal)
const late = { refused: 'too-large', message: tooMuch }

test('it is given something, and answers', async () => {
  const echo = aProgram('process.stdin.on("data", (part) => process.stdout.write(part))')
  const asked = { made: 'much' }
  expect(await run(echo, { input: Buffer.from(JSON.stringify(asked)) })).toEqual(asked)
})

test('one that takes too long is killed, and works at a low priority meanwhile', async () => {
  const slow = aProgram('for (;;);')
  const running = run(slow, { patience: 3000, isLow: true })
  await until(() => slow.pid() > 0)
  const pid = slow.pid()
  expect(getPriority(pid)).toBe(10)
  expect(await running).toEqual(late)
  await until(() => !lives(pid))
})

test.skipIf(process.platform !== 'linux')(
  'the kernel ends one that needs more memory or time than it gets',
  async () => {
    const bounds = { seconds: 60, kilobytes: 200_000 }
    const greedy = aProgram('const all = []; for (;;) all.push(new Array(100_000).fill(all.length))')
    expect(await run(greedy, { bounds })).toEqual(late)
    expect(await run(aProgram('for (;;);'), { bounds: { ...bounds, seconds: 1 } })).toEqual(late)
  },
)

test('one that answers without end is killed, and one that ends in a fault is a fault of ours', async () => {
  expect(await run(aProgram('for (;;) process.stdout.write("x".repeat(100_000))'))).toEqual(late)
  await expect(run(aProgram('process.exit(3)'))).rejects.toThrow('reading ended with 3')
})

test('one that says too much and ends is refused; one that ends without an answer is a fault of ours', async () => {
  expect(await run(aProgram('process.stdout.write(JSON.stringify({ made: "x".repeat(2000) }))'))).toEqual(late)
  for (const said of ['', '{"made":'])
    await expect(run(aProgram(`process.stdout.write('${said}')`))).rejects.toThrow('reading answered what nobody')
})

test('nobody waits any more: it is killed, or not begun', async () => {
  const control = new AbortController()
  const endless = aProgram('for (;;);')
  const running = run(endless, { signal: control.signal })
  await until(() => endless.pid() > 0)
  control.abort()
  await expect(running).rejects.toThrow(/abort/i)
  await until(() => !lives(endless.pid()))
  const next = aProgram('')
  await expect(run(next, { signal: control.signal })).rejects.toThrow(/abort/i)
  expect(next.pid()).toBe(0)
})
