import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { restContexts, untilEnded } from './rest-contexts'

const { run } = AsyncLocalStorage.prototype
beforeAll(restContexts)
afterAll(() => {
  AsyncLocalStorage.prototype.run = run
})

/** What a context says 150 ms after it was entered by a function that has ended at once. */
function lateIn(context: AsyncLocalStorage<string>): Promise<string | undefined> {
  let late = Promise.resolve<string | undefined>(undefined)
  context.run('story', () => {
    late = sleep(150).then(() => context.getStore())
  })
  return late
}

// Later ones follow nothing on their behalf.
describe.skipIf(Number.parseInt(process.versions.node, 10) >= 24)('a context', () => {
  test('is there for as long as its run takes, however little happens meanwhile', async () => {
    const context = new AsyncLocalStorage<string>()
    const seen = await context.run('story', async () => {
      await sleep(150)
      return context.getStore()
    })
    expect(seen).toBe('story')
  })

  test('is there for work that outlives its run, when that is announced', async () => {
    const late = lateIn(new AsyncLocalStorage())
    void untilEnded([late])
    expect(await late).toBe('story')
  })

  test('stays while another is at work', async () => {
    const other = new AsyncLocalStorage<string>().run('page', () => sleep(200))
    expect(await lateIn(new AsyncLocalStorage())).toBe('story')
    await other
  })

  test('stays for a while after each work, whenever the first of them ended', async () => {
    const context = new AsyncLocalStorage<string>()
    new AsyncLocalStorage<string>().run('first', () => {})
    await sleep(40)
    let late = Promise.resolve<string | undefined>(undefined)
    context.run('story', () => {
      late = sleep(25).then(() => context.getStore())
    })
    expect(await late).toBe('story')
  })

  test('is out of use when nothing is at work, and in use again with the next', async () => {
    const context = new AsyncLocalStorage<string>()
    expect(await lateIn(context)).toBeUndefined()
    expect(context.run('page', () => context.getStore())).toBe('page')
  })

  test('what fails, at once or later, has ended', async () => {
    const context = new AsyncLocalStorage<string>()
    const fail = () => {
      throw new Error('at once')
    }
    expect(() => context.run('story', fail)).toThrow('at once')
    await expect(context.run('story', () => Promise.reject(new Error('later')))).rejects.toThrow('later')
    expect(await lateIn(context)).toBeUndefined()
  })
})
