import { expect, test } from 'vitest'

import { container, front, slot } from '#lib/testing/fronts'

import { changesBetween } from './changes'

const before = front(container('a', [slot('x')]), container('b'), container('c'), container('d'))

test('what was put elsewhere, added, taken out or said is told, and nothing else', () => {
  const after = front(
    container('d'),
    container('a', [slot('x', { headline: 'New' }), slot('y')], { title: 'Title' }),
    container('new', [slot('z')]),
    container('c'),
  )
  expect(changesBetween(before, after)).toMatchObject([
    { container: { id: 'd' }, is: 'moved', slots: [] },
    {
      ...{ container: { id: 'a' }, is: 'changed', title: { from: '', to: 'Title' } },
      slots: [
        { place: 0, from: { headline: '' }, to: { headline: 'New' } },
        { place: 1, from: null, to: { story: 'y' } },
      ],
    },
    { container: { id: 'new' }, is: 'added', slots: [{ place: 0, to: { story: 'z' } }] },
    { container: { id: 'b' }, is: 'removed' },
  ])
  expect(changesBetween(before, before)).toEqual([])
})

test('one that was moved is told alone, however many it passed', () => {
  const [a, b, c, d] = before.containers
  expect(changesBetween(before, { containers: [b!, c!, d!, a!] }).map(({ container: { id } }) => id)).toEqual(['a'])
})
