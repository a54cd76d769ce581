import { expect, test } from 'vitest'

import { excerpt, markFound } from './excerpt'

const shown = (runs: { text: string; found: boolean }[] = []) =>
  runs.map(({ text, found }) => (found ? `[${text}]` : text)).join('')

test.each([
  ['The hinges; a Hinge.', 'hinge', 'The [hinges]; a [Hinge].'],
  ['The hinges; a hinge.', 'hinge corr', 'The hinges; a [hinge].'],
  ['Café society', 'CAFE', '[Café] society'],
  ['a b', 'a', '[a] b'],
  ['apple', 'a', 'apple'],
  ['nothing', '"&*', 'nothing'],
])('%j, asked for %j', (text, asked, marked) => expect(shown(markFound(text, asked))).toBe(marked))

test('an excerpt stands around the first word found, cut between words', () => {
  const text = `${'before '.repeat(40)}the hinge was seized ${'after '.repeat(80)}`
  const found = shown(excerpt(text, 'hinge'))
  expect(found).toMatch(/^…before .*the \[hinge\] was seized after .*after…$/)
  expect(found.length).toBeLessThan(200)
  expect(shown(excerpt('hinge', 'hinge'))).toBe('[hinge]')
  expect(excerpt(text, 'gate')).toBeUndefined()
})
