import { expect, test } from 'vitest'

import { lengthTold, wholeWords } from './length'

test('words stand beside what was asked for, and what is missing or too much is told in words', () => {
  expect(lengthTold(1412, null)).toEqual({ words: '1,412', over: false })
  expect(lengthTold(412, 600)).toEqual({ words: '412 of 600', rest: '188 under', over: false })
  expect(lengthTold(600, 600)).toEqual({ words: '600 of 600', rest: 'To length', over: false })
  expect(lengthTold(1601, 600)).toEqual({ words: '1,601 of 600', rest: '1,001 over', over: true })
})

test('a length is typed as one likes', () => {
  expect(['600', ' 1,200 words', '0', '', 'long', '007'].map(wholeWords)).toEqual(['600', '1200', '', '', '', '7'])
})
