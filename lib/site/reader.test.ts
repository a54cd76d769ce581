import { expect, test } from 'vitest'

import { holdsUntil, rendering } from './context'
import { reader } from './reader'

const find = reader(async (slug: string) => (slug === 'river' ? { id: 's1' } : undefined), {
  keys: ([slug], found) => [found ? `section:${found.id}` : `path:/${slug}`],
})

test('a render tells what it read, and where what it missed would appear', async () => {
  const { answer, render } = await rendering(async () => [await find('river'), await find('nowhere')])
  expect(answer).toEqual([{ id: 's1' }, undefined])
  expect([...render.keys]).toEqual(['section:s1', 'path:/nowhere'])
  expect(render.until).toBe(Number.POSITIVE_INFINITY)
})

test('of several times a page holds until the earliest; two renders at once do not mix', async () => {
  const [a, b] = await Promise.all(
    [1, 2].map((n) =>
      rendering(async () => {
        holdsUntil(new Date(n * 1000))
        await find('river')
        holdsUntil(new Date(5000))
      }),
    ),
  )
  expect([a!.render.until, b!.render.until]).toEqual([1000, 2000])
})

test('outside a render a query just answers', async () => expect(await find('river')).toEqual({ id: 's1' }))
