import fc from 'fast-check'
import { expect, test } from 'vitest'

import { align } from './align'

const pairs = (was: string, is: string) => align([...was], [...is], String, String)
const told = (was: string, is: string) =>
  pairs(was, is)
    .map((pair) => `${pair.kind} ${pair.kind === 'added' ? pair.is : pair.was}`)
    .join(', ')

test.each([
  ['abc', 'abc', 'both a, both b, both c'],
  ['abc', 'axc', 'both a, removed b, added x, both c'],
  ['ab', 'ba', 'to b, both a, from b'],
  ['abcd', 'dabc', 'to d, both a, both b, both c, from d'],
  ['', 'a', 'added a'],
  ['aa', 'a', 'both a, removed a'],
])('%s became %s', (was, is, expected) => expect(told(was, is)).toBe(expected))

test('both lists can be read off in their order, and as few as possible have moved', () => {
  const list = fc.array(fc.constantFrom(...'abcdefg')).map((all) => all.join(''))
  fc.assert(
    fc.property(list, list, (was, is) => {
      const all = pairs(was, is)
      const of = (side: 'was' | 'is', kinds: string[]) =>
        all.flatMap((pair) => (kinds.includes(pair.kind) ? (pair as { was: string; is: string })[side] : []))
      expect(of('was', ['both', 'from', 'removed']).join('')).toBe(was)
      expect(of('is', ['both', 'to', 'added']).join('')).toBe(is)
      expect(of('is', ['to']).sort()).toEqual(of('is', ['from']).sort())
    }),
  )
  expect(pairs('abcdefgh', 'hbcdefga').filter(({ kind }) => kind === 'to')).toHaveLength(2)
})
