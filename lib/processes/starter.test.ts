import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

import { aProgram, buildProgram, lives, until } from '#lib/testing/program'

import { makeStarter } from './starter'

let built: Awaited<ReturnType<typeof buildProgram>>
beforeAll(async () => {
  built = await buildProgram('lib/processes/starter-child.ts')
})
afterAll(() => built.remove())

function begin(rest?: number) {
  const starter = makeStarter({ program: built.file, rest })
  onTestFinished(() => starter.stop())
  return starter
}
const env = { NODE_ENV: 'test' } as const
const usual = { name: 'reading', env, patience: 60_000, longestAnswer: 100_000, tooMuch: 'This takes too long.' }
const running = (body: string) => ({ ...usual, command: aProgram(body).command })
/** Answers who has started it. */
const whose = () => running('console.log(JSON.stringify({ by: process.ppid }))')

test('what it runs is started by another process, the same one each time, and answers as it would here', async () => {
  const { run } = begin()
  const [one, other] = await Promise.all([run(whose()), run(whose())])
  expect(one).toEqual(other)
  expect(one).not.toEqual({ by: process.pid })
  const input = Buffer.alloc(50_000, 'x')
  const length =
    'let n = 0; process.stdin.on("data", (part) => (n += part.length)).on("end", () => console.log("[" + n + "]"))'
  expect(await run({ ...running(length), input })).toEqual([input.length])
  expect(await run({ ...running('for (;;);'), patience: 500 })).toEqual({
    ...{ refused: 'too-large', message: 'This takes too long.' },
  })
  await expect(run(running('process.exit(3)'))).rejects.toThrow('reading ended with 3')
})

test('nobody waits any more: what it runs is killed, and it goes on', async () => {
  const { run } = begin()
  const control = new AbortController()
  const endless = aProgram('for (;;);')
  const asking = run({ ...usual, command: endless.command }, control.signal)
  await until(() => endless.pid() > 0)
  control.abort(new Error('gone'))
  await expect(asking).rejects.toThrow('gone')
  await until(() => !lives(endless.pid()))
  expect(await run(whose())).toBeDefined()
})

test('when it is killed, what waits for it fails, and the next begins another', async () => {
  const { run } = begin()
  const { by } = (await run(whose())) as { by: number }
  const endless = aProgram('process.stdin.resume(); for (;;) await new Promise((resolve) => setTimeout(resolve, 9))')
  const asking = run({ ...usual, command: endless.command })
  await until(() => endless.pid() > 0)
  process.kill(by, 'SIGKILL')
  await expect(asking).rejects.toThrow('has ended')
  expect(await run(whose())).not.toEqual({ by })
  process.kill(endless.pid(), 'SIGKILL')
})

test('one that is asked for as the one before ends answers all the same', async () => {
  const starter = begin()
  const { by } = (await starter.run(whose())) as { by: number }
  starter.stop()
  const answer = `setTimeout(() => console.log(JSON.stringify({ by: process.ppid })), 1000)`
  expect(await starter.run(running(answer))).not.toEqual({ by })
  expect(lives(by)).toBe(false)
})

test('when we end, so does what it has started; without work it ends by itself', async () => {
  const starter = begin()
  const endless = aProgram('for (;;);')
  const asking = starter.run({ ...usual, command: endless.command })
  asking.catch(() => undefined)
  await until(() => endless.pid() > 0)
  starter.stop()
  await until(() => !lives(endless.pid()))
  await expect(asking).rejects.toThrow('has ended')
  const { by } = (await begin(1).run(whose())) as { by: number }
  await until(() => !lives(by))
})
