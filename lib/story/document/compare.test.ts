import fc from 'fast-check'
import { expect, test } from 'vitest'

import { bodies } from '#lib/testing/arbitrary'
import { everyBlock } from '#lib/testing/document'

import { detailOf, type LineRow, type Row, rowsBetween, summaryOf } from './compare'
import { linesOf } from './lines'
import type { Block, Mark, Text } from './nodes'
import type { Run } from './runs'
import { inlineText } from './text'

const bodyOf = (content: Block[]) => ({ type: 'doc' as const, content })
const rows = (was: Block[], is: Block[]) => rowsBetween(bodyOf(was), bodyOf(is))
const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})
/** One side of runs as plain text. */
const sideText = (runs: Run[], side: 'was' | 'is') =>
  inlineText(
    runs.filter(({ kind }) => kind !== (side === 'was' ? 'ins' : 'del')).map(({ text }) => ({ type: 'text', text })),
  )
const told = (all: Row[]) => all.map(({ kind, place }) => `${place} ${kind}`)
const shown = ({ lines }: ReturnType<typeof detailOf>) =>
  lines.map(({ runs }) =>
    runs
      .map(({ kind, text }) => ({ same: text, ins: `+${text}+`, del: `-${text}-`, marked: `*${text}*` })[kind])
      .join(''),
  )
const words = (row: Row | undefined) => shown(detailOf(row!))

/** Marked text as one side of runs shows it, neighbours with the same marks as one. */
function sideOf(runs: Run[], side: 'was' | 'is'): Text[] {
  const texts = runs
    .filter(({ kind }) => kind !== (side === 'was' ? 'ins' : 'del'))
    .map(({ text, [side]: marks }) => ({ text, marks: marks as Mark[] }))
  return texts.reduce<Text[]>((all, { text, marks }) => {
    const last = all.at(-1)
    if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text
    else all.push({ type: 'text', text, ...(marks.length ? { marks } : {}) })
    return all
  }, [])
}

test('side by side stand exactly both bodies, to the last mark', () => {
  fc.assert(
    fc.property(bodies, bodies, (was, is) => {
      const all = rows(was, is)
      expect(all.flatMap((row) => row.was)).toEqual(was)
      expect(all.flatMap((row) => row.is)).toEqual(is)
      for (const row of all) {
        const { lines } = detailOf(row)
        if (row.kind === 'split' || row.kind === 'joined') {
          const text = (blocks: Block[]) =>
            blocks
              .map((block) =>
                linesOf(block)
                  .map(({ content }) => content.map((t) => t.text).join(''))
                  .join(''),
              )
              .join('\u2029')
          expect(sideText(lines[0]!.runs, 'was')).toBe(text(row.was))
          expect(sideText(lines[0]!.runs, 'is')).toBe(text(row.is))
          continue
        }
        const side = (which: 'was' | 'is', kinds: LineRow['kind'][]) =>
          lines.filter(({ kind }) => kinds.includes(kind)).map(({ runs }) => sideOf(runs, which))
        const older = row.was[0] ?? row.before
        if (older)
          expect(side('was', ['both', 'from', 'removed'])).toEqual(linesOf(older).map(({ content }) => content))
        if (row.is[0])
          expect(side('is', ['both', 'to', 'added'])).toEqual(linesOf(row.is[0]).map(({ content }) => content))
      }
    }),
    { numRuns: 500 },
  )
})

test('what is the same in both is not told', () => {
  const all = rows(everyBlock, everyBlock)
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['same']))
  expect(summaryOf(all)).toBe('')
})

test('a word, a moved paragraph and one that went', () => {
  const was = [
    paragraph('a', 'It rose by 40 cm.'),
    paragraph('b', 'Nobody slept.'),
    paragraph('c', 'It fell.'),
    paragraph('d', 'Later.'),
  ]
  const is = [paragraph('d', 'Later.'), paragraph('a', 'It rose by 50 cm.'), paragraph('c', 'It fell.')]
  const all = rows(was, is)
  expect(told(all)).toEqual([
    'paragraph 1 to',
    'paragraph 2 changed',
    'paragraph 2 removed',
    'paragraph 3 same',
    'paragraph 4 from',
  ])
  expect(words(all[1])).toEqual(['It rose by -40-+50+ cm.'])
  expect(words(all[2])).toEqual(['-Nobody slept.-'])
  expect(summaryOf(all)).toBe('1 block changed, 1 taken out, 1 moved')
})

test('a paragraph that was split shows where, and none of its words as new', () => {
  const [row, ...rest] = rows(
    [paragraph('a', 'The river rose. Nobody slept.')],
    [paragraph('a', 'The river rose.'), paragraph('b', 'Nobody slept.')],
  )
  expect([row!.kind, rest]).toEqual(['split', []])
  expect(words(row)).toEqual(['The river rose.- -+\u2029+Nobody slept.'])
  const joined = rows(row!.is, row!.was)
  expect(told(joined)).toEqual(['paragraph 1 joined'])
  expect(words(joined[0])).toEqual(['The river rose.-\u2029-+ +Nobody slept.'])
})

test('into three, and with a word changed at the same time', () =>
  expect(
    words(
      rows(
        [paragraph('a', 'One two three. Four five six. Seven eight nine.')],
        [paragraph('a', 'One two three.'), paragraph('b', 'Four five seven.'), paragraph('c', 'Seven eight nine.')],
      )[0],
    ),
  ).toEqual(['One two three.- -+\u2029+Four five -six. -+seven.\u2029+Seven eight nine.']))

test('a new paragraph behind a changed one is new', () =>
  expect(
    told(
      rows(
        [paragraph('a', 'It rose. Nobody slept.')],
        [paragraph('a', 'It rose.'), paragraph('b', 'The town woke to water.')],
      ),
    ),
  ).toEqual(['paragraph 1 changed', 'paragraph 2 added']))

test('marks are told apart from words', () => {
  const bold: Block = {
    type: 'paragraph',
    attrs: { id: 'a' },
    content: [
      { type: 'text', text: 'It ' },
      { type: 'text', text: 'rose', marks: [{ type: 'bold' }] },
    ],
  }
  expect(words(rows([paragraph('a', 'It rose')], [bold])[0])).toEqual(['It *rose*'])
})

test('words that were replaced one beside the other are read as one', () =>
  expect(words(rows([paragraph('a', 'County signed deal')], [paragraph('a', 'Barrier drawn deal')])[0])).toEqual([
    '-County signed-+Barrier drawn+ deal',
  ]))

test.each<[string, Block, Partial<Record<string, unknown>>, string[]]>([
  [
    'another speaker',
    everyBlock.find(({ type }) => type === 'quote')!,
    { speaker: 'Bo', saidAt: '' },
    ['Speaker: Ada Kerrow → Bo', 'Said on: 2 March 2026 → '],
  ],
  ['another level', everyBlock[0]!, { level: 2 }, ['Kind: smaller sub-head → sub-head']],
  ['another story', everyBlock.find(({ type }) => type === 'relatedStory')!, { story: 'flood2' }, ['Story:  → flood2']],
  [
    'another caption',
    everyBlock.find(({ type }) => type === 'table')!,
    { caption: '', headColumn: true },
    ['Caption: High water → ', 'First column is a head:  → yes'],
  ],
])('what is not text is told: %s', (_, block, change, expected) => {
  const [row] = rows([block], [{ ...block, attrs: { ...block.attrs, ...change } } as Block])
  const { facts } = detailOf(row!)
  expect(facts.filter(({ was, is }) => was !== is).map(({ label, was, is }) => `${label}: ${was} → ${is}`)).toEqual(
    expected,
  )
})

test('inside a block items are paired by their ids as well, and every line of every block is told', () => {
  const list = (...items: [string, string][]): Block => ({
    type: 'orderedList',
    attrs: { id: 'l', start: 1 },
    content: items.map(([id, text]) => ({
      type: 'listItem',
      attrs: { id: `i${id}` },
      content: [paragraph(id, text) as never],
    })),
  })
  const { lines } = detailOf(
    rows([list(['a', 'One'], ['b', 'Two'], ['c', 'Three'])], [list(['b', 'Two'], ['c', 'Three!'], ['a', 'One'])])[0]!,
  )
  expect(lines.map(({ kind, was, is }) => `${kind} ${was?.marker}${is?.marker}`)).toEqual([
    'from 1.3.',
    'both 2.1.',
    'both 3.2.',
    'to 1.3.',
  ])
  expect(
    everyBlock.flatMap(linesOf).map(({ content, marker }) => marker + content.map(({ text }) => text).join('')),
  ).toEqual(expect.arrayContaining(['•one', '4.', 'Gate │ Metres', 'It was gate four.', 'We were told.']))
})
