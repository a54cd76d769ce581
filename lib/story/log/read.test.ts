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
