import { expect, test } from 'vitest'

import { csvCell, csvLine } from './csv'

test.each([
  ['=1+1', `'=1+1`],
  ['+44', `'+44`],
  ['-2', `'-2`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\tx', `'\tx`],
  ['\rx', `"'\rx"`],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['Ferry, late', '"Ferry, late"'],
  ['a "quote"', '"a ""quote"""'],
  ['two\nlines', '"two\nlines"'],
  ['1 = 1', '1 = 1'],
  ['＝1+1', `'＝1+1`],
  ['Ferry;=1+1', `Ferry;'=1+1`],
  ['Ferry; @SUM(A1)', `Ferry;' @SUM(A1)`],
  ['Ferry\n-2', `"Ferry\n'-2"`],
  ['Step: draft; Role: none', 'Step: draft; Role: none'],
])('%j is written as %j', (text, cell) => expect(csvCell(text)).toBe(cell))

test('a number stays one, also below zero; nothing is empty', () =>
  expect(csvLine([-3, null, undefined, ''])).toBe('-3,,,\r\n'))
