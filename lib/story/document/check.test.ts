import { describe, expect, test } from 'vitest'

import { everyBlock, everyDocument } from '#lib/testing/document'

import { findBlockFault, findDocumentFault, findLineFault, idsOf, MOST_BLOCKS } from './check'

const paragraph = (content: unknown[], attrs: object = { id: 'p' }) => ({ type: 'paragraph', attrs, content })
const linked = (href: unknown) => paragraph([{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }])
const quote = (attrs: object) => ({ type: 'quote', attrs: { id: 'q', ...attrs } })
const embed = (attrs: object) => ({ type: 'embed', attrs: { id: 'e', ...attrs } })
const correction = (attrs: object) => ({ type: 'correction', attrs: { id: 'c', ...attrs } })
const table = (rows: number[]) => ({
  type: 'table',
  attrs: { id: 't' },
  content: rows.map((cells) => ({
    type: 'tableRow',
    attrs: { id: 'r' },
    content: Array.from({ length: cells }, () => ({ type: 'tableCell', attrs: { id: 'c' } })),
  })),
})
const nested = (depth: number): object => ({
  type: 'bulletList',
  attrs: { id: 'l' },
  content: [{ type: 'listItem', attrs: { id: 'i' }, content: depth ? [nested(depth - 1)] : [] }],
})

test('every block of nodes.ts passes, and the whole document', () => {
  expect(everyBlock.map(findBlockFault)).toEqual(everyBlock.map(() => undefined))
  expect(findDocumentFault(everyDocument)).toBeUndefined()
})

test('what merges can leave passes: lists without items, quotes without paragraphs', () => {
  for (const type of ['bulletList', 'orderedList', 'quote', 'pullQuote', 'factBox', 'table', 'correction'])
    expect(findBlockFault({ type, attrs: { id: 'x' } })).toBeUndefined()
})

describe('a block is refused', () => {
  test.each<[string, unknown]>([
    ['unknown node script', { type: 'script', attrs: { id: 'x' } }],
    ['unknown node iframe', { ...quote({}), content: [{ type: 'iframe' }] }],
    ['unknown attribute onclick of paragraph', paragraph([], { id: 'p', onclick: 'x' })],
    ['unknown attribute constructor of paragraph', paragraph([], { id: 'p', constructor: 'x' })],
    [
      'unknown attribute target of link',
      paragraph([
        { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://a.b', target: '_top' } }] },
      ]),
    ],
    ['unknown mark code', paragraph([{ type: 'text', text: 'x', marks: [{ type: 'code' }] }])],
    ['paragraph without id', { type: 'paragraph' }],
    ['paragraph does not fit the schema', paragraph([], { id: '<b>' })],
    ['listItem outside a block', { type: 'listItem', attrs: { id: 'i' } }],
    ['text outside a block', { type: 'text', text: 'loose' }],
    ['heading does not fit the schema', { type: 'heading', attrs: { id: 'h', level: 9 } }],
    ['heading does not fit the schema', { type: 'heading', attrs: { id: 'h', level: '2' } }],
    ['orderedList does not fit the schema', { type: 'orderedList', attrs: { id: 'o', start: 1.5 } }],
    ['quote does not fit the schema', quote({ speaker: 7 })],
    ['quote does not fit the schema', quote({ speaker: 'x'.repeat(1001) })],
    ['quote does not fit the schema', quote({ source: 'javascript:alert(1)' })],
    ['quote does not fit the schema', { ...quote({}), content: [{ type: 'divider', attrs: { id: 'd' } }] }],
    ['unknown attribute role of pullQuote', { type: 'pullQuote', attrs: { id: 'u', role: 'x' } }],
    ['pullQuote does not fit the schema', { type: 'pullQuote', attrs: { id: 'u', speaker: 7 } }],
    ['pullQuote does not fit the schema', { type: 'pullQuote', attrs: { id: 'u' }, content: [paragraph([])] }],
    ['pullQuote without id', { type: 'pullQuote', attrs: { speaker: '' } }],
    ['unknown attribute html of factBox', { type: 'factBox', attrs: { id: 'f', html: '<b>' } }],
    ['factBox does not fit the schema', { type: 'factBox', attrs: { id: 'f', title: 'x'.repeat(1001) } }],
    ['factBox does not fit the schema', { type: 'factBox', attrs: { id: 'f' }, content: [quote({})] }],
    [
      'factBox does not fit the schema',
      { type: 'factBox', attrs: { id: 'f' }, content: [{ type: 'text', text: 'x' }] },
    ],
    ['embed of nothing that we show', embed({ provider: 'youtube', ref: '12' })],
    ['embed of nothing that we show', embed({ provider: 'vimeo', ref: 'dQw4w9WgXcQ' })],
    ['embed of nothing that we show', embed({ provider: 'constructor', ref: '12' })],
    ['embed of nothing that we show', embed({ provider: 'youtube', ref: ['dQw4w9WgXcQ'] })],
    ['embed of nothing that we show', embed({ ref: 'dQw4w9WgXcQ' })],
    ['unknown attribute html of embed', embed({ provider: 'youtube', ref: 'dQw4w9WgXcQ', html: '<b>' })],
    ['embed does not fit the schema', embed({ provider: 'youtube', ref: 'dQw4w9WgXcQ', caption: 7 })],
    ['table too large', table(Array.from({ length: 401 }, () => 1))],
    ['table too large', table([41])],
    ['table does not fit the schema', { ...table([1]), attrs: { id: 't', headRow: 'true' } }],
    ['table does not fit the schema', { ...table([1]), content: [paragraph([])] }],
    ['tableRow outside a block', { type: 'tableRow', attrs: { id: 't' } }],
    ['correction does not fit the schema', correction({ kind: 'apology' })],
    ['correction does not fit the schema', correction({ at: 'today' })],
    ['correction does not fit the schema', correction({ at: '2026-13-01T00:00:00Z' })],
    ['divider does not fit the schema', { type: 'divider', attrs: { id: 'd' }, content: [paragraph([])] }],
    ['paragraph does not fit the schema', paragraph([paragraph([])])],
    ['nested too deep', nested(9)],
    ['not a node', null],
    ['unknown key in divider', { type: 'divider', attrs: { id: 'd' }, html: '<b>' }],
  ])('%s', (fault, block) => expect(findBlockFault(block)).toBe(fault))
})

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  '//other.example/path',
  '/\\other.example',
  '/a path',
  '/desk/stories/x',
  '/Sign-in?to=/',
  'ftp://a.b',
  'https://',
  '',
  null,
  7,
])('a link never leads to %j', (href) => expect(findBlockFault(linked(href))).toBe('paragraph does not fit the schema'))
test.each(['https://a.b', 'HTTP://a.b/c?d#e', 'mailto:desk@paper.example', '/', '/river/gates-close?a#b'])(
  'a link may lead to %j',
  (href) => expect(findBlockFault(linked(href))).toBeUndefined(),
)

test('a line is plain text without attributes', () => {
  expect(findLineFault({ type: 'paragraph', content: [{ type: 'text', text: 'River rises' }] })).toBeUndefined()
  expect(findLineFault(paragraph([]))).toBe('unknown attribute id of paragraph')
  expect(findLineFault({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }] })).toBe(
    'unknown mark bold',
  )
  expect(findLineFault({ type: 'heading' })).toBe('unknown node heading')
})

test('a text beyond any that is printed is none', () => {
  const blocks = (count: number) => Array.from({ length: count }, (_, i) => paragraph([], { id: `b${i}` }))
  const long = (count: number) => ({ ...everyDocument, body: { type: 'doc', content: blocks(count) } })
  expect(findDocumentFault(long(MOST_BLOCKS))).toBeUndefined()
  expect(findDocumentFault(long(MOST_BLOCKS + 1))).toBe('too many blocks')
})

test('two blocks with one id are found, however deep', () => {
  const twice = { ...everyDocument, body: { type: 'doc', content: [...everyBlock, paragraph([], { id: 'oip' })] } }
  expect(findDocumentFault(twice)).toBe('two blocks with one id')
  expect(everyBlock.flatMap(idsOf)).toEqual([
    'h',
    'p',
    'l',
    'i',
    'ip',
    'o',
    'oi',
    'oip',
    'q',
    'qp',
    'u',
    'f',
    'fh',
    'fp',
    'fl',
    'fi',
    'fip',
    'r',
    'im',
    'ga',
    'im2',
    'cl',
    'e',
    't',
    't0',
    't00',
    't01',
    't1',
    't10',
    't11',
    'c',
    'd',
  ])
})
