import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { copyName, listCopies, olderCopies } from '#lib/device/copies'
import { keepFields } from '#lib/device/kept-fields'
import { forkName } from '#lib/story/text-name'

import { keepLocally } from './local-copy'

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))

const [now, before] = [copyName('nadia', 'flood'), copyName('nadia', 'flood', 1)]
const kept = async () => (await indexedDB.databases()).map(({ name }) => name).sort()
const words = (ydoc: Y.Doc) => ydoc.getText('words')

const server = 'the server'
const told = async () => (await listCopies('nadia')).map(({ name, headline, unsent }) => ({ name, headline, unsent }))

/** A page that has brought back what its copy, and those before it, hold. */
async function opened(name: string, older: string[] = []) {
  const ydoc = new Y.Doc()
  const copy = await new Promise<NonNullable<ReturnType<typeof keepLocally>>>((resolve) => {
    const made = keepLocally(name, older, ydoc, {
      loaded: () => queueMicrotask(() => resolve(made!)),
      kept: () => {},
      known: (from) => from === server,
      headline: () => words(ydoc).toString(),
    })
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

test('lists tell what is on this device, whose it is, and what of it no server has', async () => {
  const page = await opened(now)
  page.ydoc.transact(() => words(page.ydoc).insert(0, 'Gates close'), server)
  await page.copy.close()
  expect(await told()).toEqual([{ name: now, headline: 'Gates close', unsent: false }])

  const again = await opened(now)
  expect(again.copy.owes()).toBe(false)
  words(again.ydoc).insert(0, 'All ')
  expect(again.copy.owes()).toBe(true)
  await again.copy.close()
  expect(await told()).toEqual([{ name: now, headline: 'All Gates close', unsent: true }])
  expect(await listCopies('petra')).toEqual([])

  const sends = await opened(now)
  expect(sends.copy.owes()).toBe(true)
  sends.copy.sent()
  expect(sends.copy.owes()).toBe(false)
  await sends.copy.close()
  expect(await told()).toEqual([{ name: now, headline: 'All Gates close', unsent: false }])
})

test('what one page has sent does not answer for what another typed since', async () => {
  const one = await opened(now)
  words(one.ydoc).insert(0, 'one ')
  await vi.waitFor(() => expect(one.copy.state()).toBe('kept'))
  const other = await opened(now)
  words(one.ydoc).insert(0, 'more ')
  await vi.waitFor(() => expect(one.copy.state()).toBe('kept'))
  other.copy.sent()
  await other.copy.close()
  expect(await told()).toMatchObject([{ unsent: true }])
  one.copy.sent()
  await one.copy.close()
  expect(await told()).toMatchObject([{ unsent: false }])
})

test('an older copy counts as unsent until what was taken from it is sent', async () => {
  const old = await opened(before)
  words(old.ydoc).insert(0, 'never sent')
  await old.copy.close()
  const page = await opened(now, [before])
  await page.copy.close()
  expect((await told()).map(({ unsent }) => unsent)).toEqual([true, true])
  const again = await opened(now, [before])
  again.copy.sent()
  await again.copy.close()
  expect((await told()).map(({ unsent }) => unsent)).toEqual([false, false])
})

test('fields are kept beside the text, come back, and count as unsent while something of them waits', async () => {
  const page = keepFields<{ slug: string }>(now, [])
  expect(await page.read()).toBeUndefined()
  page.write({ slug: 'gates' }, true)
  await page.close()
  expect(await told()).toMatchObject([{ unsent: true }])
  const text = await opened(now)
  expect(text.copy.owes()).toBe(false)
  text.copy.sent()
  await text.copy.close()
  expect(await told()).toMatchObject([{ unsent: true }])

  const again = keepFields<{ slug: string }>(now, [])
  expect(await again.read()).toEqual({ slug: 'gates' })
  again.write({ slug: 'gates' }, false)
  await again.close()
  expect(await told()).toMatchObject([{ unsent: false }])
})

test('fields of an older copy are taken over once', async () => {
  const old = keepFields<{ slug: string }>(before, [])
  old.write({ slug: 'gates' }, true)
  await old.close()
  const page = keepFields<{ slug: string }>(now, [before])
  expect(await page.read()).toEqual({ slug: 'gates' })
  page.write({ slug: 'gates' }, false)
  await page.close()
  expect((await told()).map(({ unsent }) => unsent)).toEqual([false, false])
})

test('what a person suggests for a story is told as that story’s', async () => {
  const fork = await opened(copyName('nadia', forkName('flood', 'nadia')))
  words(fork.ydoc).insert(0, 'better so')
  await fork.copy.close()
  expect(await listCopies('nadia')).toMatchObject([{ story: 'flood', unsent: true }])
})
