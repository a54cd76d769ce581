import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'

import type { Block, Body } from '#lib/story/document/nodes'
import { bodySchema } from '#lib/story/document/schema'

import { hitOf, marksOf, placeAfter, replaceHits, spotsOf } from './hits'
import { type Query, search } from './search'

const plain: Query = { words: '', matchCase: false, wholeWord: false, regex: false }
const link = { type: 'link' as const, attrs: { href: 'https://weir.example/' } }
const blocks: Block[] = [
  { type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: 'The weir held.' }] },
  {
    type: 'paragraph',
    attrs: { id: 'p2' },
    content: [
      { type: 'text', text: 'Of the w' },
      { type: 'text', text: 'ei', marks: [{ type: 'bold' }] },
      { type: 'text', text: 'r and a ' },
      { type: 'text', text: 'weir', marks: [link] },
    ],
  },
  {
    type: 'quote',
    attrs: { id: 'q', speaker: 'Orla Fenn', role: 'of the lock', via: '', saidAt: '', source: '' },
    content: [
      { type: 'paragraph', attrs: { id: 'q1' }, content: [{ type: 'text', text: 'It held.' }] },
      { type: 'paragraph', attrs: { id: 'q2' }, content: [{ type: 'text', text: 'Our weir did.' }] },
    ],
  },
  {
    type: 'factBox',
    attrs: { id: 'f', title: 'Locks and locks' },
    content: [{ type: 'paragraph', attrs: { id: 'f1' }, content: [{ type: 'text', text: 'A lock of Fenn’s.' }] }],
  },
  { type: 'pullQuote', attrs: { id: 'u', speaker: 'Fenn' }, content: [{ type: 'text', text: 'It held' }] },
]
const state = EditorState.create({ doc: bodySchema().nodeFromJSON({ type: 'doc', content: blocks }) })

function hitsOf(words: string, more: Partial<Query> = {}) {
  const spots = spotsOf(state.doc)
  const found = search(
    spots.map(({ text }) => text),
    { ...plain, words, ...more },
  )
  if (found.fault !== undefined) throw new Error(found.fault)
  return found.matches.map((match) => hitOf(match, spots[match.text]!))
}

test('a match is where its words stand in the document, across marks and inside of a quote', () => {
  expect(hitsOf('weir').map(({ from, to }) => state.doc.textBetween(from, to))).toEqual([
    'weir',
    'weir',
    'weir',
    'weir',
  ])
  expect(marksOf(hitsOf('weir'), 'found')).toEqual([
    { id: 'p1', className: 'found', ranges: [{ from: 4, to: 8 }] },
    {
      id: 'p2',
      className: 'found',
      ranges: [
        { from: 7, to: 11 },
        { from: 18, to: 22 },
      ],
    },
    // The quote's content: a paragraph of ten, then the edge of the next and "Our ".
    { id: 'q', className: 'found', ranges: [{ from: 15, to: 19 }] },
  ])
})

test('all are replaced in one transaction, each with the look of its first letter', () => {
  const query = { ...plain, words: 'weir' }
  const after = state.apply(replaceHits(state, hitsOf('weir'), 'barrage', query))
  const body = after.doc.toJSON() as Body
  expect(after.doc.textBetween(0, after.doc.content.size, '\n')).toBe(
    'The barrage held.\nOf the barrage and a barrage\nIt held.\nOur barrage did.\nA lock of Fenn’s.\nIt held',
  )
  expect(body.content[1]).toMatchObject({
    content: [
      { text: 'Of the barrage and a ' },
      { text: 'barrage', marks: [{ type: 'link', attrs: { href: 'https://weir.example/' } }] },
    ],
  })
})

test('replaced by nothing, words go; what no feed could carry never comes', () => {
  const query = { ...plain, words: 'The ', matchCase: true }
  const hits = hitsOf('The ', { matchCase: true })
  expect(replaceHits(state, hits, '', query).doc.child(0).textContent).toBe('weir held.')
  expect(replaceHits(state, hits, 'A\u0007 ', query).doc.child(0).textContent).toBe('A weir held.')
})

test('speakers and titles are found in their order, each match in a place of its own, and drawn on their blocks', () => {
  const locks = hitsOf('lock')
  expect(locks.map(({ spot, match }) => [spot.attr?.name, match.from])).toEqual([
    ['role', 7],
    ['title', 0],
    ['title', 10],
    [undefined, 2],
  ])
  const places = [...hitsOf('lock'), ...hitsOf('fenn')].map(({ place }) => place)
  expect(new Set(places).size).toBe(places.length)
  for (const words of ['lock', 'fenn', 'e']) {
    const order = hitsOf(words).map(({ place }) => place)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  }
  expect(marksOf(locks, 'found')).toEqual([
    { id: 'f', className: 'found', ranges: [{ from: 3, to: 7 }] },
    { id: 'q', className: 'found-block' },
    { id: 'f', className: 'found-block' },
  ])
})

test('in speakers and titles they are replaced too, all in the one transaction; one goes on after it', () => {
  const { doc } = state.apply(replaceHits(state, hitsOf('lock'), 'sluice', { ...plain, words: 'lock' }))
  const [, , quote, box] = doc.toJSON().content
  expect(quote.attrs).toMatchObject({ id: 'q', speaker: 'Orla Fenn', role: 'of the sluice' })
  expect(box.attrs).toMatchObject({ title: 'sluices and sluices' })
  expect(doc.child(3).textContent).toBe('A sluice of Fenn’s.')
  const [, first, second] = hitsOf('lock')
  expect(placeAfter(first!, 0)).toBe(first!.place)
  expect(placeAfter(first!, 'sluice'.length)).toBeLessThan(second!.place)
})

test('a title that would grow too long for the server stays', () => {
  const query = { ...plain, words: 'Locks', matchCase: true }
  const { doc } = state.apply(replaceHits(state, hitsOf('Locks', { matchCase: true }), 'x'.repeat(1000), query))
  expect(doc.child(3).attrs.title).toBe('Locks and locks')
})
