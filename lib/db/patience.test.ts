import { expect, test } from 'vitest'

import { Refusal } from '#lib/errors'
import { patiently } from './patience'

const busy = new Refusal('busy', 'The database is busy.')
const after = (...faults: unknown[]) => {
  return async () => {
    if (faults.length) throw faults.shift()
    return 'done'
  }
}

test('a busy database is asked again', async () => {
  expect(await patiently(after(busy, busy))).toBe('done')
})

test('whatever else is wrong is told at once, and so is one that is busy for too long', async () => {
  await expect(patiently(after(new Error('no such table')))).rejects.toThrow('no such table')
  await expect(patiently(after(busy), 0)).rejects.toBe(busy)
})
