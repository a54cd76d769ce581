import { expect, test } from 'vitest'

import type { Block } from '#lib/story/document/nodes'
import { ORDER } from '#lib/three-way'

import type { PageContent } from './content'
import { mergePages } from './merge'

const p = (id: string, text = id): Block => ({
  ...{ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] },
})
const page = (blocks: Block[], said: Partial<PageContent> = {}): PageContent => ({
  ...{ title: 'About', slug: 'about', standfirst: '', language: '', body: { type: 'doc', content: blocks } },
  ...said,
})
const base = page([p('a'), p('b'), p('c')])

test('what each changed alone stands: fields, passages, new ones and those taken out', () => {
  const mine = page([p('a', 'mine'), p('b'), p('c'), p('d')], { title: 'About us' })
  const theirs = page([p('b', 'theirs'), p('a'), p('e'), p('c')], { slug: 'about-us' })
  const { content, clashes } = mergePages(base, mine, theirs)
  expect(clashes).toEqual([])
  expect(content).toEqual(
    page([p('b', 'theirs'), p('a', 'mine'), p('e'), p('c'), p('d')], { title: 'About us', slug: 'about-us' }),
  )
  expect(mergePages(base, page([p('a')]), base).content).toEqual(page([p('a')]))
})

test('where both changed the same, mine stands until it is chosen', () => {
  const mine = page([p('a', 'mine'), p('b')], { title: 'Mine' })
  const theirs = page([p('a', 'theirs'), p('b'), p('c', 'theirs')], { title: 'Theirs' })
  const merged = mergePages(base, mine, theirs)
  expect([merged.clashes, merged.content]).toEqual([['title', 'a', 'c'], mine])
  const chosen = mergePages(base, mine, theirs, { title: 'theirs', a: 'theirs', c: 'theirs' })
  expect(chosen.content).toEqual(theirs)
})

test('two orders of the same passages clash', () => {
  const mine = page([p('b'), p('a'), p('c')])
  const theirs = page([p('c'), p('a'), p('b')])
  expect(mergePages(base, mine, theirs).clashes).toEqual([ORDER])
  expect(mergePages(base, mine, theirs, { [ORDER]: 'theirs' }).content).toEqual(theirs)
})
