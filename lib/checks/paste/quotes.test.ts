import fc from 'fast-check'
import { expect, test } from 'vitest'

import { someBlocks } from '#lib/testing/blocks'

import { applyEdits } from './edits'
import { findQuotes } from './quotes'

/** The first paragraph after what is certain (or, asked for, everything) is mended; the second makes the text mixed. */
function mended(text: string, all = false, other = '“So,” it’s said.') {
  const blocks = someBlocks(text, other)
  const edits = findQuotes(blocks, {})
    .filter(({ certain }) => certain || all)
    .flatMap(({ parts }) => parts.flatMap((part) => part.edits))
  const [first] = applyEdits({ type: 'doc', content: blocks }, edits).body.content
  return first?.type === 'paragraph' ? first.content?.map((node) => node.text).join('') : undefined
}

test.each([
  ['“ We wait, ” she said.', '“We wait,” she said.'],
  ['"We wait," she said.', '“We wait,” she said.'],
  ['" We wait ", she said.', '“We wait”, she said.'],
  ['He said, "...My talk. It was good..."', 'He said, “...My talk. It was good...”'],
  ['the war—"a bloodbath"—must end', 'the war—“a bloodbath”—must end'],
  ["It's the boys' boat, isn't it?", 'It’s the boys’ boat, isn’t it?'],
  ["The '90s, 'tis said, rock 'n' roll", 'The ’90s, ’tis said, rock ’n’ roll'],
  ['"She said \'go\' and went."', '“She said ‘go’ and went.”'],
  ['signed the ‘ Take It Down Act’ into law', 'signed the ‘Take It Down Act’ into law'],
  ['“Trump said, ‘You can call me,’” he said.', '“Trump said, ‘You can call me,’” he said.'],
  ['(" so ")', '(“so”)'],
])('%s → %s', (text, expected) => expect(mended(text)).toBe(expected))

test.each(["He is 6' tall", "It ran 5'10 long"])('feet and minutes stay: %s', (text) => expect(mended(text)).toBe(text))

test('what does not pair is doubtful, with a guess', () => {
  const text = 'He said "we wait and went.'
  expect(mended(text, false, 'It “is” so.')).toBe(text)
  expect(mended(text, true, 'It “is” so.')).toBe('He said “we wait and went.')
  expect(findQuotes(someBlocks(text, 'It “is” so.'), {}).map(({ certain, count }) => [certain, count])).toEqual([
    [false, '1 place'],
  ])
})

test('a quotation may go on in the next paragraph, which then opens again', () => {
  expect(mended('"We wait.', false, '“And wait.”')).toBe('“We wait.')
})

test('all straight is a style, not a mixture', () => {
  expect(findQuotes(someBlocks('"We wait," she said.', "It's so."), {})).toEqual([])
})

test('papers that open with „ or write ”so” are left alone', () => {
  expect(findQuotes(someBlocks('„Wir warten“ , sagte sie.', '"So"'), {})).toEqual([])
  expect(findQuotes(someBlocks('”Vi väntar”, sa hon.', '"So"'), {})).toEqual([])
})

test('marks of the text are kept, and paragraphs of quotes and lists are mended too', () => {
  const bold = [{ type: 'bold' as const }]
  const blocks = [
    ...someBlocks('“So.”'),
    {
      type: 'quote' as const,
      attrs: { id: 'q', speaker: '', role: '', via: '', saidAt: '', source: '' },
      content: [
        {
          type: 'paragraph' as const,
          attrs: { id: 'q1' },
          content: [
            { type: 'text' as const, text: 'She "' },
            { type: 'text' as const, text: 'waits"', marks: bold },
            { type: 'text' as const, text: '.' },
          ],
        },
      ],
    },
  ]
  const edits = findQuotes(blocks, {}).flatMap(({ parts }) => parts.flatMap((part) => part.edits))
  const quote = applyEdits({ type: 'doc', content: blocks }, edits).body.content[1]
  expect(quote?.type === 'quote' && quote.content?.[0]?.content).toEqual([
    { type: 'text', text: 'She “' },
    { type: 'text', text: 'waits”', marks: bold },
    { type: 'text', text: '.' },
  ])
})

test('nothing but marks and the space beside them changes, certain or not', () => {
  const piece = fc.constantFrom(
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    ' ',
    '  ',
    'we',
    'S',
    '90',
    '.',
    ',',
    '—',
    '(',
    ')',
    '\u00a0',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const bare = (sample: string) => sample.replace(/[\s"'“”‘’]/g, '')
      expect(bare(mended(text, true) ?? '')).toBe(bare(text))
    }),
    { numRuns: 1000 },
  )
})
