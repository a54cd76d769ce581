import { expect, test } from 'vitest'

import { errorFields } from './log'

test('of a database’s error the log keeps the cause’s name and the frames, none of the statement’s values', () => {
  const failed = new Error('Failed query: insert\nparams: The minister\nresigned', { cause: new TypeError('x') })
  const kept = errorFields(failed)
  expect(kept.message).toBe('TypeError')
  expect(kept.stack).toContain('log.test')
  expect(JSON.stringify(kept)).not.toMatch(/minister|resigned/)
})
