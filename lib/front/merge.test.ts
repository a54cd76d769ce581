import { expect, test } from 'vitest'

import { MOST_CONTAINERS } from '#lib/site/front/content'
import { container, front, slot } from '#lib/testing/fronts'

import { ORDER } from '#lib/three-way'

import { merge } from './merge'

const [a, b, c] = [slot('a'), slot('b'), slot('c')]
const base = front(container('lead', [a, b]), container('splash'), container('list'))
const ids = ({ containers }: typeof base) => containers.map(({ id }) => id)

test('what each did to a container of their own stands', () => {
  const mine = front(container('lead', [b, a]), container('splash'), container('list'))
  const theirs = front(container('lead', [a, b]), container('splash', [c]), container('list'))
  expect(merge(base, mine, theirs)).toEqual({
    content: front(container('lead', [b, a]), container('splash', [c]), container('list')),
    clashes: [],
  })
})

test('in one container, slots of their own, its title and its source', () => {
  const mine = front(container('lead', [slot('a', { headline: 'Mine' }), b], { title: 'River' }))
  const theirs = front(container('lead', [a, b, c], { source: { of: 'section', id: 'river' } }))
  expect(merge(front(container('lead', [a, b])), mine, theirs)).toEqual({
    content: front(
      container('lead', [slot('a', { headline: 'Mine' }), b, c], {
        title: 'River',
        source: { of: 'section', id: 'river' },
      }),
    ),
    clashes: [],
  })
})

test('the same slot is nobody’s until one is chosen; nothing of either is lost', () => {
  const mine = front(container('lead', [c, b]), container('splash'), container('list'))
  const theirs = front(
    container('lead', [slot('a', { headline: 'Theirs' }), b]),
    container('splash'),
    container('list'),
  )
  expect(merge(base, mine, theirs)).toEqual({ content: mine, clashes: ['lead'] })
  expect(merge(base, mine, theirs, { lead: 'theirs' })).toEqual({ content: theirs, clashes: ['lead'] })
})

test('the same change is one', () => {
  const both = front(container('lead', [c]), container('list'))
  expect(merge(base, both, both)).toEqual({ content: both, clashes: [] })
})

test('what one took away and the other changed is asked', () => {
  const mine = front(container('splash'), container('list'))
  const theirs = front(container('lead', [c]), container('splash'), container('list'))
  expect(merge(base, mine, theirs)).toEqual({ content: mine, clashes: ['lead'] })
  const kept = merge(base, mine, theirs, { lead: 'theirs' })
  expect(ids(kept.content)).toEqual(['lead', 'splash', 'list'])
  expect(merge(base, front(container('splash'), container('list')), base).clashes).toEqual([])
})

test('new containers of both stand after what they followed, in the order of whoever moved others', () => {
  const mine = front(container('list'), container('mine'), container('lead', [a, b]), container('splash'))
  const theirs = front(container('lead', [a, b]), container('theirs'), container('splash'), container('list'))
  const merged = merge(base, mine, theirs)
  expect(merged.clashes).toEqual([])
  expect(ids(merged.content)).toEqual(['list', 'mine', 'lead', 'theirs', 'splash'])
})

test('two orders are asked', () => {
  const [lead, splash, list] = base.containers as [never, never, never]
  const [mine, theirs] = [front(list, lead, splash), front(splash, lead, list)]
  expect(merge(base, mine, theirs)).toEqual({ content: mine, clashes: [ORDER] })
  expect(merge(base, mine, theirs, { [ORDER]: 'theirs' }).content).toEqual(theirs)
})

test('where both together add more containers than a front has, one of mine is asked for', () => {
  const many = Array.from({ length: MOST_CONTAINERS - 1 }, (_, i) => container(`c${i}`))
  const [mine, theirs] = ['mine', 'theirs'].map((id) => front(...many, container(id)))
  expect(merge(front(...many), mine!, theirs!).clashes).toEqual(['mine'])
  expect(merge(front(...many), mine!, theirs!, { mine: 'theirs' }).content).toEqual(theirs)
})
