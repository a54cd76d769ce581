import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { copyName, keepLocally, olderCopies } from './local-copy'

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))

const [now, before] = [copyName('nadia', 'flood'), copyName('nadia', 'flood', 1)]
const kept = async () => (await indexedDB.databases()).map(({ name }) => name).sort()
const words = (ydoc: Y.Doc) => ydoc.getText('words')

/** A page that has brought back what its copy, and those before it, hold. */
async function opened(name: string, older: string[] = []) {
  const ydoc = new Y.Doc()
  const copy = await new Promise<NonNullable<ReturnType<typeof keepLocally>>>((resolve) => {
    const made = keepLocally(name, older, ydoc, { loaded: () => queueMicrotask(() => resolve(made!)), kept: () => {} })
  })
  return { ydoc, copy }
}

test('what a page of the version before kept comes back, goes out as an edit, and is kept anew', async () => {
  expect(olderCopies('nadia', 'flood')).toContain(before)
  const old = await opened(before)
  words(old.ydoc).insert(0, 'never sent')
  await old.copy.close()

  const edits = vi.fn()
  const ydoc = new Y.Doc()
  ydoc.on('update', (_: Uint8Array, from: unknown) => edits(from))
  const copy = keepLocally(now, [before], ydoc, { loaded: () => {}, kept: () => {} })!
  await vi.waitFor(() => expect(words(ydoc).toString()).toBe('never sent'))
  expect(edits.mock.calls).not.toContainEqual([copy.origin])
  await copy.close()
  expect(words((await opened(now)).ydoc).toString()).toBe('never sent')
})

test('a copy that is not there is not made, and all are erased together', async () => {
  const first = await opened(now, [before])
  expect(await kept()).toEqual([now])
  await first.copy.close()
  await (await opened(before)).copy.close()
  const both = await opened(now, [before])
  await both.copy.erase()
  expect(await kept()).toEqual([])
})
