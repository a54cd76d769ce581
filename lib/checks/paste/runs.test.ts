import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Run, repeatedRuns } from './runs'

const all = () => true
const of = (text: string, accept: (run: Run) => boolean = all) =>
  repeatedRuns(
    [...text].map((sign) => sign.codePointAt(0)!),
    accept,
  )

test('the longest run comes first, the second copy is told', () => {
  expect(of('abcdXabcdYab')).toEqual([
    { first: 0, second: 5, length: 4 },
    { first: 0, second: 10, length: 2 },
  ])
})

test('a run may begin anywhere: half and half is not looked for', () => {
  expect(of('abcdebcde')).toEqual([{ first: 1, second: 5, length: 4 }])
})

test('copies do not overlap what they copy', () => {
  expect(of('aaaa')).toEqual([
    { first: 0, second: 2, length: 2 },
    { first: 0, second: 1, length: 1 },
  ])
})

test('what is not accepted is left alone', () => {
  expect(of('abXabYa', ({ length }) => length > 1)).toEqual([{ first: 0, second: 3, length: 2 }])
})

test('against a search by hand: the longest is the longest, all copies are true, the first of each stays', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { maxLength: 40 }), (symbols) => {
      const runs = repeatedRuns(symbols, all)
      expect(runs[0]?.length ?? 0).toBe(longestByHand(symbols))
      const gone = new Set<number>()
      for (const { first, second, length } of runs) {
        expect(first + length).toBeLessThanOrEqual(second)
        expect(symbols.slice(first, first + length)).toEqual(symbols.slice(second, second + length))
        for (let at = second; at < second + length; at++) {
          expect(gone.has(at)).toBe(false)
          gone.add(at)
        }
      }
      expect(symbols.filter((_, at) => !gone.has(at))).toEqual([...new Set(symbols)])
    }),
    { numRuns: 500 },
  )
})

function longestByHand(symbols: number[]) {
  let longest = 0
  for (let a = 0; a < symbols.length; a++)
    for (let b = a + 1; b < symbols.length; b++) {
      let length = 0
      while (a + length < b && b + length < symbols.length && symbols[a + length] === symbols[b + length]) length++
      longest = Math.max(longest, length)
    }
  return longest
}
