import { expect, test } from 'vitest'

import type { Block, Body } from '#lib/story/document/nodes'

import { type Part, whatChanged } from './what-changed'

const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})
const quote = (speaker: string): Block => ({
  type: 'quote',
  attrs: { id: 'q', speaker, role: '', via: '', saidAt: '', source: 'https://a.example' },
  content: [{ type: 'paragraph', attrs: { id: 'q1' }, content: [{ type: 'text', text: 'It held.' }] }],
})
const body = (...content: Block[]): Body => ({ type: 'doc', content })
const said = (...content: Block[]) => ({ headline: 'Gates close', standfirst: 'At five.', body: body(...content) })

const signs = { same: '', marked: '~', ins: '+', del: '-' }
/** `[-five+six]` for what went and came, `=2` for what stayed. */
const told = (parts: Part[]) =>
  parts.map((part) =>
    'unchanged' in part
      ? `=${part.unchanged}`
      : part.passages
          .map(({ runs }) => runs.map(({ kind, text }) => (signs[kind] ? `[${signs[kind]}${text}]` : text)).join(''))
          .join(' / '),
  )

const three = [paragraph('a', 'They close.'), paragraph('b', 'It was given 51 pages.'), paragraph('c', 'They wait.')]

test('words that went and came are told in their place, what stayed is counted', () => {
  const now = three.with(1, paragraph('b', 'It was given 61 pages.'))
  expect(told(whatChanged(said(...three), said(...now)))).toEqual(['=1', 'It was given [-51][+61] pages.', '=1'])
  const parts = whatChanged(said(...three, ...now), { ...said(...three, ...now), headline: 'Gates closed' })
  expect(told(parts)).toEqual(['Gates [-close][+closed]', '=6'])
})

test('a paragraph that came, went or moved is told whole', () => {
  expect(told(whatChanged(said(...three), said(three[0]!, three[2]!)))).toEqual([
    '=1',
    '[-It was given 51 pages.]',
    '=1',
  ])
  expect(told(whatChanged(said(three[0]!), said(three[0]!, three[2]!)))).toEqual(['=1', '[+They wait.]'])
  const moved = whatChanged(said(...three), said(three[1]!, three[2]!, three[0]!))
  expect(moved).toMatchObject([{ unchanged: 2 }, { moved: true }])
})

test('whose words a quote holds is told, where a link leads is not', () => {
  expect(told(whatChanged(said(quote('Ada Kerrow')), said(quote('Per Lind'))))).toEqual([
    'It held. / [-Ada Kerrow][+Per Lind]',
  ])
  const elsewhere = quote('Ada Kerrow')
  const link = { ...elsewhere, attrs: { ...elsewhere.attrs, source: 'https://b.example' } } as Block
  expect(whatChanged(said(elsewhere), said(link))).toEqual([])
})

test('a link or another emphasis on the same words is told as that', () => {
  const bold: Block = {
    type: 'paragraph',
    attrs: { id: 'a' },
    content: [{ type: 'text', text: 'They close.', marks: [{ type: 'bold' }] }],
  }
  expect(whatChanged(said(three[0]!), said(bold))).toMatchObject([{ remarked: true }])
})

test('“Also read” is no part of what the story says', () => {
  const also: Block = { type: 'relatedStory', attrs: { id: 'r', story: 's2', note: '' } }
  expect(whatChanged(said(...three), said(...three, also))).toEqual([])
})

test('of two versions that read the same nothing is told', () =>
  expect(whatChanged(said(...three), said(...three))).toEqual([]))
