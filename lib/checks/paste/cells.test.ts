import { expect, test } from 'vitest'

import { cellsOf } from './cells'

test.each<[string, string[][]]>([
  [
    'Gate\tMetres\nFour\t5.8',
    [
      ['Gate', 'Metres'],
      ['Four', '5.8'],
    ],
  ],
  [
    'Gate\tMetres\r\nFour\t5.8\r\n',
    [
      ['Gate', 'Metres'],
      ['Four', '5.8'],
    ],
  ],
  [
    'Gate\t\n\t5.8',
    [
      ['Gate', ''],
      ['', '5.8'],
    ],
  ],
  [
    'a\t"two\nlines, ""so"""\n"c"\td',
    [
      ['a', 'two lines, "so"'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tsaid "so"\nb\tc',
    [
      ['a', 'said "so"'],
      ['b', 'c'],
    ],
  ],
])('%j', (text, rows) => expect(cellsOf(text)).toEqual(rows))

test.each(['', 'The river rose.', 'one\ttwo', 'The river\trose.\nIt fell.', 'a\tb\nc\td\te', '\n\t\n'])(
  '%j is no table',
  (text) => expect(cellsOf(text)).toBeUndefined(),
)
