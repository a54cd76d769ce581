import { afterAll, beforeAll, expect, test } from 'vitest'

import { aProgram, buildProgram } from '#lib/testing/program'

import { askProcess, setStarter, stopStarter } from './ask'

let built: Awaited<ReturnType<typeof buildProgram>>
beforeAll(async () => {
  built = await buildProgram('lib/processes/starter-child.ts')
})
afterAll(() => {
  stopStarter()
  built.remove()
})

const env = { NODE_ENV: 'test' } as const
const ask = (answer: object) =>
  askProcess<{ made?: string; by?: number }>({
    ...{ name: 'reading', env, patience: 60_000, longestAnswer: 1000, tooMuch: 'This takes too long.' },
    command: aProgram(`console.log(JSON.stringify({ by: process.ppid, ...${JSON.stringify(answer)} }))`).command,
  })

test('it answers, or says in words why a file is not taken; from then on as a starter starts it', async () => {
  expect(await ask({ made: 'much' })).toEqual({ made: 'much', by: process.pid })
  const refused = { refused: 'invalid', message: 'This is no film.' }
  const refusal = { name: 'Refusal', reason: 'invalid', message: 'This is no film.' }
  await expect(ask(refused)).rejects.toMatchObject(refusal)
  setStarter(built.file)
  expect((await ask({})).by).not.toBe(process.pid)
  await expect(ask(refused)).rejects.toMatchObject(refusal)
})
