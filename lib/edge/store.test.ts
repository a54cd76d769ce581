import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Bodies } from './compress'
import type { Keepable } from './shelf'
import { makeStore } from './store'

const bodiesOf = (bytes: number): Bodies => ({ identity: Buffer.alloc(bytes) })

type Named = Keepable & { name: string }

const aCopy = (more: Partial<Named> = {}): Named => ({
  status: 200,
  bodies: bodiesOf(10_000),
  name: 'copy',
  keys: new Set(['story:1']),
  until: Number.POSITIVE_INFINITY,
  ...more,
})

const kilobytes = (count: number) => count * 1024

test('a copy is found at its address until something that it is made of changes', () => {
  const store = makeStore<Named>({})
  const copy = aCopy({ keys: new Set(['story:1', 'section:a']) })
  store.put('/a/one', copy)
  store.put('/a/two', aCopy({ keys: new Set(['story:2']) }))
  expect([store.get('/a/one', 0), store.get('/a', 0)]).toEqual([copy, undefined])
  expect(store.evict(['story:9'])).toBe(0)
  expect(store.evict(['section:a', 'story:1'])).toBe(1)
  expect([store.get('/a/one', 0), store.get('/a/two', 0)?.name]).toEqual([undefined, 'copy'])
  expect(store.counters()).toMatchObject({ evictions: 1, displaced: 0, copies: 1, keys: 1 })
})

test('a copy that the clock makes wrong is given until then, and not at that instant', () => {
  const store = makeStore<Named>({})
  store.put('/news-sitemap.xml', aCopy({ until: 1000 }))
  expect(store.get('/news-sitemap.xml', 999)).toBeDefined()
  expect(store.get('/news-sitemap.xml', 1000)).toBeUndefined()
  expect(store.counters()).toMatchObject({ copies: 0, keys: 0, bytes: 0 })
})

test('when there is no room, what was not asked for longest goes', () => {
  const store = makeStore<Named>({ bytes: kilobytes(132) })
  for (let i = 0; i < 10; i++) store.put(`/a/${i}`, aCopy())
  store.get('/a/0', 0)
  store.put('/a/10', aCopy())
  expect([store.get('/a/0', 0), store.get('/a/1', 0)?.name]).toEqual([expect.anything(), undefined])
  expect(store.counters()).toMatchObject({ copies: 10, displaced: 1, evictions: 0 })
})

test('a copy larger than an eighth of the room is not kept, nor is the one that it was to replace', () => {
  const store = makeStore<Named>({ bytes: kilobytes(88) })
  expect(store.put('/a', aCopy({ bodies: bodiesOf(kilobytes(8)) }))).toBe(true)
  expect(store.put('/a', aCopy({ bodies: bodiesOf(kilobytes(10)) }))).toBe(false)
  expect(store.get('/a', 0)).toBeUndefined()
  expect(store.counters().bytes).toBe(0)
})

test('an address has one copy, whether there is a page or none', () => {
  const store = makeStore<Named>({})
  store.put('/a', aCopy({ status: 404, name: 'none' }))
  store.put('/a', aCopy({ name: 'page' }))
  expect([store.get('/a', 0)?.name, store.counters().copies]).toEqual(['page', 1])
  store.put('/a', aCopy({ status: 410, name: 'gone' }))
  expect([store.get('/a', 0)?.name, store.counters().copies]).toEqual(['gone', 1])
})

test('a set of keys that grows later leaves nothing behind', () => {
  const store = makeStore<Named>({})
  const keys = new Set(['story:1'])
  store.put('/a', aCopy({ keys }))
  keys.add('story:2')
  expect(store.evict(['story:2'])).toBe(0)
  store.clear()
  expect(store.counters()).toMatchObject({ copies: 0, keys: 0, bytes: 0, evictions: 1 })
})

test('one body at many addresses counts once, and until the last has gone', () => {
  const store = makeStore<Named>({})
  const bodies = bodiesOf(50_000)
  for (let i = 0; i < 100; i++) store.put(`/${i}`, aCopy({ status: 404, bodies, keys: new Set([`path:/${i}`]) }))
  const { bytes, copies } = store.counters()
  expect([copies, bytes < 50_000 + 100 * 3500]).toEqual([100, true])
  store.evict(Array.from({ length: 99 }, (_, i) => `path:/${i}`))
  expect(store.counters().bytes).toBeGreaterThan(50_000)
  store.evict(['path:/99'])
  expect(store.counters().bytes).toBe(0)
})

test('invented addresses and searches push out no page, and leave nothing in the index', () => {
  const store = makeStore<Named>({ bytes: kilobytes(8 * 1024), missingBytes: kilobytes(512) })
  store.put('/', aCopy({ keys: new Set(['front:']) }))
  const missing = bodiesOf(20_000)
  const invent = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      store.put(`/none/${i}`, aCopy({ status: 404, bodies: missing, keys: new Set([`path:/none/${i}`, 'settings:']) }))
      store.put(`/search?q=${i}`, aCopy({ keys: new Set(['search:', `story:${i}`]) }))
    }
    return store.counters()
  }
  const [early, late] = [invent(0, 5_000), invent(5_000, 50_000)]
  expect(store.get('/', 0)).toBeDefined()
  expect(late.copies).toBeLessThan(400)
  expect(Math.abs(late.copies - early.copies)).toBeLessThan(5)
  expect(Math.abs(late.keys - early.keys)).toBeLessThan(5)
  expect(late.bytes).toBeLessThan(kilobytes(512) + 15_000)
})

test('20,000 pages are crawled within the room, and all of it is given back', () => {
  const store = makeStore<Named>({ bytes: kilobytes(8 * 1024) })
  let most = 0
  for (let i = 0; i < 20_000; i++) {
    store.put(`/a/story-${i}`, aCopy({ keys: new Set([`story:${i}`, `section:${i % 9}`, 'settings:']) }))
    most = Math.max(most, store.counters().bytes)
  }
  const { copies, keys, displaced } = store.counters()
  expect(most).toBeLessThanOrEqual(kilobytes(8 * 1024))
  expect([copies + displaced, keys]).toEqual([20_000, copies + 10])
  expect(store.evict(['settings:'])).toBe(copies)
  expect(store.counters()).toMatchObject({ copies: 0, keys: 0, bytes: 0 })
})

test('whatever is put and evicted in whatever order, nothing changed is given and the sums are right', () => {
  const key = fc.integer({ min: 0, max: 5 }).map((n) => `k${n}`)
  const step = fc.record({
    address: fc.constantFrom('/a', '/b', '/c', '/d', '/e?q=1'),
    keys: fc.uniqueArray(key, { minLength: 1 }),
    bytes: fc.integer({ min: 0, max: 5_000 }),
    evicts: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const store = makeStore<Named>({ bytes: 20_000, missingBytes: 20_000 })
      const alive = new Map<string, Set<string>>()
      for (const { address, keys, bytes, evicts } of steps)
        if (evicts) {
          store.evict(keys)
          for (const [one, of] of alive) if (keys.some((name) => of.has(name))) alive.delete(one)
        } else {
          store.put(address, aCopy({ keys: new Set(keys), bodies: bodiesOf(bytes) }))
          alive.set(address, new Set(keys))
        }
      const found = ['/a', '/b', '/c', '/d', '/e?q=1'].flatMap((one) => store.get(one, 0) ?? [])
      for (const one of ['/a', '/b', '/c', '/d', '/e?q=1'])
        if (!alive.has(one)) expect(store.get(one, 0)).toBeUndefined()
      expect(store.counters().copies).toBe(found.length)
      store.evict(found.flatMap((copy) => [...copy.keys]))
      expect(store.counters()).toMatchObject({ copies: 0, keys: 0, bytes: 0 })
    }),
  )
})
