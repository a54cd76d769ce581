import { expect, test } from 'vitest'

import type { Known } from '#lib/media/known'
import type { Block } from '#lib/story/document/nodes'

import { anImage } from '#lib/testing/blocks'

import { type Checked, findProblems } from './publish'

const text = (words: string) => (words ? [{ type: 'text' as const, text: words }] : [])
const paragraph = (words: string, id = 'p') => ({ type: 'paragraph' as const, attrs: { id }, content: text(words) })
const heading = (words: string): Block => ({ type: 'heading', attrs: { id: 'h', level: 2 }, content: text(words) })
const related = (story: string, note: string): Block => ({ type: 'relatedStory', attrs: { id: 'r', story, note } })
const quote = (speaker: string, ...words: string[]): Block => ({
  type: 'quote',
  attrs: { id: 'q', speaker, role: '', via: '', saidAt: '', source: '' },
  content: words.map((word) => paragraph(word)),
})
const list = (...items: string[]): Block => ({
  type: 'bulletList',
  attrs: { id: 'l' },
  content: items.map((item) => ({ type: 'listItem', attrs: { id: 'i' }, content: [paragraph(item)] })),
})
const pull = (words: string): Block => ({ type: 'pullQuote', attrs: { id: 'u', speaker: '' }, content: text(words) })
const box = (title: string, ...words: string[]): Block => ({
  type: 'factBox',
  attrs: { id: 'f', title },
  content: words.map((word) => paragraph(word)),
})
const cells = (...all: string[]) => ({
  type: 'tableRow' as const,
  attrs: { id: 'tr' },
  content: all.map((words) => ({ type: 'tableCell' as const, attrs: { id: 'tc' }, content: text(words) })),
})
const table = (...content: ReturnType<typeof cells>[]): Block => ({
  type: 'table',
  attrs: { id: 't', caption: '', headRow: true, headColumn: false },
  content,
})
const note = (at: string, words: string): Block => ({
  type: 'correction',
  attrs: { id: 'c', kind: 'update', at },
  content: text(words),
})
const story = (change: Partial<Checked> = {}, ...blocks: Block[]): Checked => ({
  headline: 'Gates close',
  standfirst: 'At five.',
  body: { type: 'doc', content: [paragraph('The keepers come at four.', 'p1'), ...blocks] },
  slug: 'gates-close',
  sectionId: 'river',
  people: ['nadia'],
  main: null,
  ...change,
})

test('a whole story has no problems', () =>
  expect(
    findProblems(
      story(
        {},
        heading('At five'),
        quote('Ada', 'Told.'),
        list('one'),
        pull('Told'),
        box('Gates', 'Four'),
        related('x', ''),
        table(cells('Gate', ''), cells('Four', '5.8')),
        note('2026-05-12T08:00:00Z', 'It was four.'),
      ),
    ),
  ).toEqual([]))

test.each<[string, Partial<Checked>]>([
  ['headline', { headline: ' \n' }],
  ['slug', { slug: '' }],
  ['section', { sectionId: null }],
  ['byline', { people: [] }],
  ['text', { body: { type: 'doc', content: [] } }],
  ['text', { body: { type: 'doc', content: [paragraph('')] } }],
])('without %s it is not published', (id, change) =>
  expect(findProblems(story(change))).toEqual([expect.objectContaining({ id, level: 'must' })]),
)

test.each([
  ['also-read', 'must', related('', 'Ferry crews vote')],
  ['empty-heading', 'must', heading(' ')],
  ['quote-speaker', 'must', quote(' ', 'Told.')],
  ['quote-text', 'must', quote('Ada', ' ')],
  ['empty-paragraph', 'advice', paragraph('')],
  ['empty-item', 'advice', list('one', '')],
  ['empty-item', 'advice', list()],
  ['pull-quote-text', 'must', pull(' ')],
  ['fact-box-title', 'must', box(' ', 'Four')],
  ['fact-box-text', 'must', box('Gates')],
  ['fact-box-text', 'must', box('Gates', '', ' ')],
  ['empty-paragraph', 'advice', box('Gates', 'Four', '', '')],
] as const)('%s (%s) names its block', (id, level, block) =>
  expect(findProblems(story({}, block))).toEqual([expect.objectContaining({ id, level, block: block.attrs.id })]),
)

test('an unmatched “Also read” is told by the line that was pasted', () =>
  expect(findProblems(story({}, related('', 'Ferry crews vote')))[0]!.message).toContain('Ferry crews vote'))

test('a quote and an “Also read” alone are no text until the quote has words; must-fix comes before advice', () => {
  const bare = story({ standfirst: '', body: { type: 'doc', content: [quote('Ada'), related('x', '')] } })
  expect(findProblems(bare).map(({ id, level }) => `${id} ${level}`)).toEqual(['quote-text must', 'standfirst advice'])
})

test.each<[string, Block]>([
  ['table-text', table()],
  ['table-text', table(cells('', ' '))],
  ['table-rows', table(cells('Gate', 'Metres'), cells('Four'))],
  ['correction-text', note('2026-05-12T08:00:00Z', ' ')],
  ['correction-date', note('', 'It was four.')],
])('%s is to be mended first', (id, block) =>
  expect(findProblems(story({}, block))).toEqual([
    expect.objectContaining({ id, level: 'must', block: block.attrs.id }),
  ]),
)

test('a story shows 500 things of the library, and no more', () => {
  const showing = (n: number) => findProblems(story({}, ...Array.from({ length: n }, (_, at) => anImage(`m${at}`))))
  expect(showing(500)).toEqual([])
  expect(showing(501)).toEqual([expect.objectContaining({ id: 'media-many', level: 'must' })])
})

test('a picture of a gallery is told by its place there, and led to by its own', () => {
  const said = { kind: 'picture', name: 'gate.jpg', alt: 'A gate', decorative: false, rights: 'unclear' } as const
  const known: Known = { ...said, expiresAt: null, withheld: false, elsewhere: false }
  const gallery = (id: string, title: string): Block => ({
    type: 'gallery',
    attrs: { id, title },
    content: ['clear', 'unclear', 'gone'].map((media, at) => anImage(media, { id: `${id}${at + 1}` })),
  })
  const library = new Map<string, Known>([
    ['clear', { ...known, rights: 'owned' }],
    ['unclear', known],
  ])
  const told = findProblems(story({ library }, gallery('g', ''), gallery('h', 'The week')))
  expect(told.map(({ message, block }) => `${block}: ${message}`)).toEqual([
    'g2: Picture 2 of the gallery is not cleared: say on what ground we show it.',
    'g3: Picture 3 of the gallery is no longer in the library.',
    'h2: Picture 2 of the gallery “The week” is not cleared: say on what ground we show it.',
    'h3: Picture 3 of the gallery “The week” is no longer in the library.',
  ])
})
