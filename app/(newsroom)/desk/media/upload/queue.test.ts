import { beforeEach, expect, test, vi } from 'vitest'

import { Refusal } from '#lib/errors'

import { makeQueue } from './queue'

let page: EventTarget
beforeEach(() => {
  page = new EventTarget()
  vi.stubGlobal('window', page)
})

const file = (name: string) => new File(['bytes'], name)

/** A queue whose files are taken, or not, when the test says so. */
function held() {
  const sending: {
    name: string
    signal?: AbortSignal
    take: (media: string) => void
    refuse: (error: Error) => void
  }[] = []
  const queue = makeQueue(
    ({ name }, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        onProgress?.(2, 5)
        signal?.addEventListener('abort', () => reject(signal.reason))
        sending.push({ name, signal, take: (media) => resolve({ media }), refuse: reject })
      }),
    async (media) => (media === 'twin' ? [{ id: 'first', name: 'first.jpg' }] : []),
  )
  return { queue, sending, states: () => queue.items().map(({ state }) => state) }
}

test('three files go at once, the others wait for their turn', async () => {
  const { queue, sending, states } = held()
  queue.add(['a', 'b', 'c', 'd', 'e'].map(file))
  expect(states()).toEqual(['sending', 'sending', 'sending', 'waiting', 'waiting'])
  expect(queue.items()[0]).toMatchObject({ sent: 2 })
  sending[1]!.take('one')
  await vi.waitFor(() => expect(states()).toEqual(['sending', 'taken', 'sending', 'sending', 'waiting']))
  expect(sending.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd'])
})

test('a refusal stands in its own words and may be tried again; a fault of ours tells nothing of itself', async () => {
  const { queue, sending, states } = held()
  queue.add(['a', 'b'].map(file))
  sending[0]!.refuse(new Refusal('invalid', 'This is no picture.'))
  sending[1]!.refuse(new Error('secret'))
  await vi.waitFor(() => expect(states()).toEqual(['refused', 'refused']))
  expect(queue.items().map(({ message }) => message)).toEqual([
    'This is no picture.',
    'This file could not be sent. Try again when the server is there.',
  ])
  queue.retry(queue.items()[0]!.id)
  expect(queue.items()[0]).toMatchObject({ state: 'sending', message: undefined })
  sending[2]!.take('one')
  await vi.waitFor(() => expect(states()).toEqual(['taken', 'refused']))
})

test('what is dropped is broken off, and makes room for the next', async () => {
  const { queue, sending, states } = held()
  queue.add(['a', 'b', 'c', 'd'].map(file))
  queue.drop(queue.items()[0]!.id)
  expect(sending[0]!.signal?.aborted).toBe(true)
  await vi.waitFor(() => expect(states()).toEqual(['sending', 'sending', 'sending']))
  expect(queue.items().map(({ file }) => file.name)).toEqual(['b', 'c', 'd'])
})

test('one that the library has already is told as such; what is done may be cleared', async () => {
  const { queue, sending, states } = held()
  queue.add(['a', 'b'].map(file))
  sending[0]!.take('twin')
  await vi.waitFor(() => expect(queue.items()[0]!.alike).toEqual([{ id: 'first', name: 'first.jpg' }]))
  queue.clear()
  expect(states()).toEqual(['sending'])
})

test('one that has a place is taken when it stands there; one that could not is put there again, not sent again', async () => {
  const { queue, sending, states } = held()
  const put: [string, number][] = []
  let away = true
  queue.add(['a', 'b'].map(file), async (media, index) => {
    if (media === 'one' && away) throw new Refusal('busy', 'It did not come into its place.')
    put.push([media, index])
  })
  sending[1]!.take('two')
  sending[0]!.take('one')
  await vi.waitFor(() => expect(states()).toEqual(['refused', 'taken']))
  expect(queue.items()[0]).toMatchObject({ media: 'one', message: 'It did not come into its place.' })
  away = false
  queue.retry(queue.items()[0]!.id)
  await vi.waitFor(() => expect(states()).toEqual(['taken', 'taken']))
  expect(put).toEqual([
    ['two', 1],
    ['one', 0],
  ])
  expect(sending).toHaveLength(2)
})

test('until all of them are there, or given up, the browser asks before it leaves', async () => {
  const { queue, sending, states } = held()
  const asks = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(asks()).toBe(false)
  queue.add(['a', 'b'].map(file))
  expect(asks()).toBe(true)
  sending[0]!.take('one')
  await vi.waitFor(() => expect(states()).toEqual(['taken', 'sending']))
  expect(asks()).toBe(true)
  queue.drop(queue.items()[1]!.id)
  expect(asks()).toBe(false)
})
