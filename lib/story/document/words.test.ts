import fc from 'fast-check'
import { expect, test } from 'vitest'

import { wordDiff } from './words'

const shown = (was: string, is: string) =>
  wordDiff(was, is)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'ins' ? `+${text}+` : `-${text}-`))
    .join('')

test.each([
  ['for 40 minutes', 'for 50 minutes', 'for -40-+50+ minutes'],
  ['', 'New words', '+New words+'],
  ['gone', '', '-gone-'],
  ['the same', 'the same', 'the same'],
  ['a b c d', 'a c d e', 'a -b -c d+ e+'],
])('“%s” became “%s”', (was, is, expected) => expect(shown(was, is)).toBe(expected))

test('the pieces always give back both texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '  ', '\n')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (was, is) => {
      const pieces = wordDiff(was, is)
      expect(
        pieces
          .filter(({ kind }) => kind !== 'ins')
          .map((piece) => piece.text)
          .join(''),
      ).toBe(was)
      expect(
        pieces
          .filter(({ kind }) => kind !== 'del')
          .map((piece) => piece.text)
          .join(''),
      ).toBe(is)
    }),
  )
})

test('a text too long for the table is shown as replaced whole', () => {
  const words = (stem: string) => Array.from({ length: 500 }, (_, at) => `${stem}${at}`).join(' ')
  expect(wordDiff(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['del', 'ins'])
})
