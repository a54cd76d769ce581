import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { keepLocally } from '#lib/collab/local-copy'
import { seedUpdate } from '#lib/story/document/ydoc'
import { everyBlock } from '#lib/testing/document'

import { copyName, eraseCopies, listCopies } from './copies'
import { forgetPerson, listOwing } from './leave'
import { keepRecovered, recoverOlder } from './recover'
import { forgetRecovered, listRecovered } from './recovered'

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))

/** A story in a copy of some version, typed by its writer. */
async function keptIn(name: string, sent = false) {
  const ydoc = new Y.Doc()
  const copy = await new Promise<NonNullable<ReturnType<typeof keepLocally>>>((resolve) => {
    const made = keepLocally(name, [], ydoc, { loaded: () => queueMicrotask(() => resolve(made!)), kept: () => {} })
  })
  Y.applyUpdate(
    ydoc,
    seedUpdate({ schema: 1, headline: 'Gates close', standfirst: '', body: { type: 'doc', content: everyBlock } }),
  )
  if (sent) copy.sent()
  await copy.close()
}
const headlines = async () => (await listRecovered('nadia', 'flood')).map(({ headline }) => headline)

test('a text that is recovered is there with every block until it is forgotten, for its writer alone', async () => {
  const ydoc = new Y.Doc()
  Y.applyUpdate(
    ydoc,
    seedUpdate({ schema: 1, headline: 'Gates close', standfirst: '', body: { type: 'doc', content: everyBlock } }),
  )
  await keepRecovered('nadia', 'flood', 'refused', ydoc)
  const [text] = await listRecovered('nadia', 'flood')
  expect(text).toMatchObject({ headline: 'Gates close', why: 'refused', body: { content: everyBlock } })
  expect(await listRecovered('petra', 'flood')).toEqual([])
  expect(await listRecovered('nadia', 'ferry')).toEqual([])
  await forgetRecovered('nadia', text!.id)
  expect(await headlines()).toEqual([])
})

test('what this version cannot read is kept as its words', async () => {
  const ydoc = new Y.Doc()
  const [strange, words] = [new Y.XmlElement('hologram'), new Y.XmlText('Seen from all sides.')]
  strange.insert(0, [words])
  ydoc.getXmlFragment('body').push([strange])
  await keepRecovered('nadia', 'flood', 'older', ydoc)
  expect((await listRecovered('nadia'))[0]?.body.content).toEqual([
    { type: 'paragraph', attrs: { id: expect.any(String) }, content: [{ type: 'text', text: 'Seen from all sides.' }] },
  ])
})

test('a copy of a version that is no more is recovered when it was never sent, and goes', async () => {
  await keptIn(copyName('nadia', 'flood', 0))
  await keptIn(copyName('nadia', 'ferry', 0), true)
  await recoverOlder('nadia', 'flood', 1)
  await recoverOlder('nadia', 'ferry', 1)
  await recoverOlder('nadia', 'flood', 1)
  expect(await headlines()).toEqual(['Gates close'])
  expect(await listRecovered('nadia', 'ferry')).toEqual([])
  expect(await listCopies('nadia')).toEqual([])
})

test('who leaves is told of what was never sent; it stays or goes as told, all else goes', async () => {
  await keptIn(copyName('nadia', 'flood'))
  await keptIn(copyName('nadia', 'ferry'), true)
  await keptIn(copyName('petra', 'flood'))
  expect(await listOwing('nadia')).toEqual([{ path: '/desk/stories/flood', headline: 'New story' }])
  await forgetPerson('nadia', false)
  expect((await listCopies('nadia')).map(({ story }) => story)).toEqual(['flood'])
  await forgetPerson('nadia', true)
  expect(await listCopies('nadia')).toEqual([])
  expect(await listCopies('petra')).toHaveLength(1)
  await eraseCopies([])
})
