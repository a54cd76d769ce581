import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { covers } from './read'

function twoCopies() {
  const mine = new Y.Doc()
  mine.getText('t').insert(0, 'The river rose.')
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(mine))
  const seen = () => Y.decodeSnapshot(Y.encodeSnapshot(Y.snapshot(mine)))
  return { mine, server, seen }
}

test('a document covers a snapshot of the same state, and of an earlier one', () => {
  const { server, seen } = twoCopies()
  expect(covers(server, seen())).toBe(true)
  server.getText('t').insert(0, 'x')
  server.getText('t').delete(3, 2)
  expect(covers(server, seen())).toBe(true)
})

test('typing that has not arrived is missed, and so is a deletion', () => {
  const typed = twoCopies()
  typed.mine.getText('t').insert(0, 'x')
  expect(covers(typed.server, typed.seen())).toBe(false)
  const deleted = twoCopies()
  deleted.mine.getText('t').delete(2, 3)
  expect(covers(deleted.server, deleted.seen())).toBe(false)
  Y.applyUpdate(deleted.server, Y.encodeStateAsUpdate(deleted.mine))
  expect(covers(deleted.server, deleted.seen())).toBe(true)
})

test('a deletion is found as soon at the end of a long text as at its beginning', () => {
  const ydoc = new Y.Doc()
  const text = ydoc.getText('t')
  text.insert(0, 'ab'.repeat(8000))
  // Every second letter, from the end, which spares Yjs the way there.
  ydoc.transact(() => {
    for (let at = 15_999; at > 0; at -= 2) text.delete(at, 1)
  })
  const all = Y.snapshot(ydoc).ds.clients.get(ydoc.clientID) ?? []
  expect(all).toHaveLength(8000)
  /** What it takes to look for one deletion as often as a snapshot made by hand names it, in ms; the best of three. */
  const cost = (one: number) => {
    const seen = Y.snapshot(ydoc)
    seen.ds.clients.set(
      ydoc.clientID,
      all.map(() => all.at(one)!),
    )
    const times = Array.from({ length: 3 }, () => {
      const began = performance.now()
      expect(covers(ydoc, seen)).toBe(true)
      return performance.now() - began
    })
    return Math.min(...times)
  }
  cost(0)
  expect(cost(-1) / cost(0)).toBeLessThan(10)
})
