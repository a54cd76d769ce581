import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import type { Block } from '#lib/story/document/nodes'

import { ageOf, parseStory } from './parse'

const bare = (value: unknown) => JSON.parse(JSON.stringify(value, (key, part) => (key === 'id' ? undefined : part)))
const blocksOf = (body: string): Block[] => parseStory('x', `---\nheadline: X\n---\n${body}`).blocks
const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length ? { marks } : {}) })
const paragraph = (...content: object[]) => ({ type: 'paragraph', attrs: {}, content })

test('front matter is told by name, a colon in a value stays, and what is unpublished stands apart', () => {
  const story = parseStory('gates', '---\nheadline: Gates: closed\nby: a, b\n---\nOne.\n\n=== unpublished\nTwo.\n')
  expect(story.front).toEqual({ headline: 'Gates: closed', by: 'a, b' })
  expect(bare(story.blocks)).toEqual([paragraph(text('One.'))])
  expect(bare(story.unpublished)).toEqual([paragraph(text('Two.'))])
})

test('italic, bold and links become marks; a lone star stays a star', () => {
  expect(bare(blocksOf('The *Courier* said **no** to [them](https://example.com/a).'))).toEqual([
    paragraph(
      text('The '),
      text('Courier', { type: 'italic' }),
      text(' said '),
      text('no', { type: 'bold' }),
      text(' to '),
      text('them', { type: 'link', attrs: { href: 'https://example.com/a' } }),
      text('.'),
    ),
  ])
  expect(bare(blocksOf('2 * 3'))).toEqual([paragraph(text('2 * 3'))])
})

test('a quote keeps its paragraphs and its attribution', () => {
  expect(
    bare(blocksOf('> We were told.\n>\n> Nobody is angry.\n> -- Ada Kerrow | chandler | the Courier | 2026-05-12')),
  ).toEqual([
    {
      type: 'quote',
      attrs: { speaker: 'Ada Kerrow', role: 'chandler', via: 'the Courier', saidAt: '2026-05-12', source: '' },
      content: [paragraph(text('We were told.')), paragraph(text('Nobody is angry.'))],
    },
  ])
})

test('a pull quote may have a speaker, a fact box has a title and a list or a paragraph', () =>
  expect(bare(blocksOf('>>> Told\n-- Ada\n\n>>> Told\n\n::: Gates\n- four\n\n::: Weirs\nOne.'))).toMatchObject([
    { type: 'pullQuote', attrs: { speaker: 'Ada' }, content: [text('Told')] },
    { type: 'pullQuote', attrs: { speaker: '' }, content: [text('Told')] },
    { type: 'factBox', attrs: { title: 'Gates' }, content: [{ type: 'bulletList' }] },
    { type: 'factBox', attrs: { title: 'Weirs' }, content: [paragraph(text('One.'))] },
  ]))

test('a table and an embed', () => {
  const blocks = blocksOf(
    '|= High water\n| Gate | Metres |\n| Four | 5.8 |\n\n@@@ https://youtu.be/dQw4w9WgXcQ\nThe night',
  )
  expect(bare(blocks)).toMatchObject([
    {
      type: 'table',
      attrs: { caption: 'High water', headRow: true, headColumn: true },
      content: [{}, { content: [{ content: [text('Four')] }, { content: [text('5.8')] }] }],
    },
    { type: 'embed', attrs: { provider: 'youtube', ref: 'dQw4w9WgXcQ', caption: 'The night' } },
  ])
  expect(() => blocksOf('@@@ https://elsewhere.example/')).toThrow('nothing to embed')
})

test('sub-heads, lists, dividers and “Also read” are blocks with ids of their own', () => {
  const blocks = blocksOf('## Night\n\n- a\n- b\n\n1. c\n\n***\n\nAlso read: other')
  expect(blocks.map(({ type }) => type)).toEqual(['heading', 'bulletList', 'orderedList', 'divider', 'relatedStory'])
  expect(new Set(blocks.map(({ attrs }) => attrs.id)).size).toBe(5)
  expect(blocks[4]).toMatchObject({ attrs: { story: '', note: 'other' } })
  expect(blocks[1]).toMatchObject({ content: [{ content: [{ content: [{ text: 'a' }] }] }, {}] })
})

test('ages are minutes, hours or days', () => {
  expect(['40m', '5h', '2d'].map(ageOf)).toEqual([2_400_000, 18_000_000, 172_800_000])
  expect(() => ageOf('soon')).toThrow('not an age')
})

const folder = 'lib/demo/stories'
test.each(readdirSync(folder))('%s has no symbols: the paper’s faces do not hold them', (file) => {
  expect(readFileSync(`${folder}/${file}`, 'utf8').match(/\p{So}/gu)).toBeNull()
})

test('a picture stands alone, or with others under a gallery’s title; what names none is told', () => {
  const shown = (media: string, caption = '') => ({
    type: 'image',
    attrs: { media, alt: '', caption, credit: '', crop: '', wide: false },
  })
  expect(bare(blocksOf('![](reeds)'))).toEqual([shown('reeds')])
  expect(bare(blocksOf('!! The (old) bed\n![From above (twice).](meander)\n![](reeds)'))).toEqual([
    {
      type: 'gallery',
      attrs: { title: 'The (old) bed' },
      content: [shown('meander', 'From above (twice).'), shown('reeds')],
    },
  ])
  expect(() => blocksOf('![Nothing]')).toThrow('is no picture')
})
