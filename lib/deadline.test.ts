import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { within } from './deadline'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what ends in time is what it is, good or bad, and no timer is left', async () => {
  expect(await within(100, Promise.resolve('page'), 'A page')).toBe('page')
  await expect(within(100, Promise.reject(new Error('broken')), 'A page')).rejects.toThrow('broken')
  expect(vi.getTimerCount()).toBe(0)
})

test('what is late fails at its deadline, in words, and not before', async () => {
  let failed: Error | undefined
  within(100, new Promise(() => {}), 'A page').catch((error) => (failed = error))
  await vi.advanceTimersByTimeAsync(99)
  expect(failed).toBeUndefined()
  await vi.advanceTimersByTimeAsync(1)
  expect(failed?.message).toBe('A page took longer than 100 ms.')
})

test('what fails after its deadline is nobody’s, and ends no process', async () => {
  let fail = (_: Error) => {}
  const late = within(100, new Promise((_, reject) => (fail = reject)), 'A page').catch(({ message }) => message)
  await vi.advanceTimersByTimeAsync(100)
  fail(new Error('broken'))
  expect(await late).toContain('longer')
})
