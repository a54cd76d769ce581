import { expect, test } from 'vitest'

import { decodeText } from './decode-text'
import { kindOf } from './file-kinds'

const file = (name: string, size = 10, type = '') => ({ name, size, type })

test.each([
  ['a.docx', 'word'],
  ['A.DOCX', 'word'],
  ['a.md', 'markdown'],
  ['a.txt', 'text'],
  ['a.htm', 'html'],
])('%s', (name, kind) => expect(kindOf(file(name))).toBe(kind))

test.each([
  [file('a.doc'), /old Word file/],
  [file('a.pdf'), /PDF/],
  [file('a.odt'), /LibreOffice/],
  [file('a.exe'), /cannot be taken in/],
  [file('a'), /cannot be taken in/],
  [file('a.docx', 0), /empty/],
  [file('a.docx', 30_000_001), /31 MB of at most 30 MB/],
])('%o is refused in words', (one, words) => expect(kindOf(one)).toEqual({ refused: expect.stringMatching(words) }))

test('text is read as it was written', () => {
  expect(decodeText(Buffer.from('Bréval – “so”'))).toBe('Bréval – “so”')
  expect(decodeText(Buffer.from('\ufeffso'))).toBe('so')
  expect(decodeText(Buffer.from('\ufeffBréval', 'utf16le'))).toBe('Bréval')
  expect(decodeText(Buffer.from([0x42, 0xe9]))).toBe('Bé')
  const page = Buffer.concat([Buffer.from('<meta charset="iso-8859-5">'), Buffer.from([0xb0])])
  expect(decodeText(page)).toContain('А')
  expect(decodeText(Buffer.concat([Buffer.from('<meta charset=nonsense>'), Buffer.from([0xe9])]))).toContain('é')
})
