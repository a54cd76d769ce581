import fc from 'fast-check'
import { expect, test } from 'vitest'

import { chainHash } from './chain'
import { type Known, type Link, makeWalk } from './walk'

const key = Buffer.from('a key of the newsroom')

function chain(count: number): Link[] {
  let previous = ''
  return Array.from({ length: count }, (_, i) => {
    const entry = { seq: i + 1, at: 1000 + i, actorId: 'nadia', act: 'publish', subject: 'story:x', detail: '{}' }
    previous = chainHash(key, previous, entry)
    return { ...entry, hash: previous }
  })
}

function breaks(links: Link[], { heads = [], from = { seq: 0, hash: '' } }: { heads?: Known[]; from?: Known } = {}) {
  const walk = makeWalk(key, from, heads)
  walk.take(links)
  return walk.end().map(({ kind, from: first, to }) => (first === to ? `${kind} ${first}` : `${kind} ${first}–${to}`))
}

const head = (links: Link[], seq = links.length): Known => ({ seq, hash: links[seq - 1]!.hash })
const anew = (links: Link[]) => links.map((link, i) => ({ ...link, seq: i + 1 }))
const foreign: Link = { ...chain(1)[0]!, actorId: 'tom', hash: 'f'.repeat(64) }

test('an untouched chain holds, and so does an empty one', () => {
  expect(breaks(chain(5), { heads: [head(chain(5))] })).toEqual([])
  expect(breaks([])).toEqual([])
})

test.each(['at', 'actorId', 'act', 'subject', 'detail', 'hash'] as const)(
  'an entry whose %s was edited shows',
  (name) => {
    const links = chain(5).map((link) => (link.seq === 3 ? { ...link, [name]: name === 'at' ? 1 : 'tom' } : link))
    expect(breaks(links)).toContain('edited 3')
  },
)

test('entries that were taken out show, whether or not the rest was numbered anew', () => {
  const rest = chain(9).filter(({ seq }) => seq !== 4 && seq !== 5)
  expect(breaks(rest)).toEqual(['deleted 4–5'])
  expect(breaks(anew(rest), { heads: [head(chain(9))] })).toEqual(['deleted 4–5'])
  expect(breaks(chain(9).slice(2))).toEqual(['deleted 1–2'])
})

test('an entry that was put in shows, whether or not the rest was numbered anew', () => {
  const links = chain(6)
  expect(
    breaks([...links.slice(0, 2), { ...foreign, seq: 3 }, ...links.slice(2).map((l) => ({ ...l, seq: l.seq + 1 }))]),
  ).toEqual(['inserted 3'])
  expect(breaks([{ ...foreign, seq: 0 }, ...links])).toEqual(['inserted 0'])
  expect(breaks([...links, { ...foreign, seq: 7 }])).toEqual(['edited 7'])
})

test('an end that was cut off shows by the head that was noted, also when the chain has grown again', () => {
  const whole = chain(9)
  expect(breaks(whole.slice(0, 6), { heads: [head(whole)] })).toEqual(['cut 7–9'])
  expect(breaks(whole.slice(0, 6), { heads: [head(whole, 6)] })).toEqual([])
  expect(breaks([], { heads: [head(whole)] })).toEqual(['cut 1–9'])
  const grown = whole.slice(0, 6)
  for (let seq = 7; seq <= 12; seq += 1) {
    const entry = { ...grown.at(-1)!, seq, actorId: 'tom' }
    grown.push({ ...entry, hash: chainHash(key, grown.at(-1)!.hash, entry) })
  }
  expect(breaks(grown, { heads: [head(whole)] })).toEqual(['cut 9'])
})

test('behind a checkpoint the chain goes on from what that says', () => {
  const links = chain(9)
  expect(breaks(links.slice(4), { from: head(links, 4) })).toEqual([])
  expect(breaks(links.slice(5), { from: head(links, 4) })).toEqual(['deleted 5'])
  expect(breaks(links.slice(3), { from: head(links, 4) })).toEqual(['inserted 4'])
})

test('by another key no entry holds', () => {
  const walk = makeWalk(Buffer.from('another'), { seq: 0, hash: '' }, [])
  walk.take(chain(3))
  expect(walk.end()).toHaveLength(3)
})

test('no single change goes unseen', () => {
  const length = 12
  const change = fc.record({
    how: fc.constantFrom('edit', 'swap', 'remove', 'removeAnew', 'insertAnew', 'cut'),
    at: fc.integer({ min: 0, max: length - 2 }),
  })
  fc.assert(
    fc.property(change, ({ how, at }) => {
      const whole = chain(length)
      const links = [...whole]
      if (how === 'edit') links[at] = { ...links[at]!, actorId: 'tom' }
      if (how === 'swap')
        [links[at], links[at + 1]] = [
          { ...links[at + 1]!, seq: at + 1 },
          { ...links[at]!, seq: at + 2 },
        ]
      if (how === 'remove' || how === 'removeAnew') links.splice(at, 1)
      if (how === 'insertAnew') links.splice(at, 0, foreign)
      if (how === 'cut') links.splice(at + 1)
      expect(breaks(how.endsWith('Anew') ? anew(links) : links, { heads: [head(whole)] })).not.toEqual([])
    }),
  )
})
