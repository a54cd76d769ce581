import { expect, test } from 'vitest'

import { makeRenderOnce } from './render-once'

/** Renders that end when they are told to, over a log that stands where it is told to. */
function stage(limits = { most: 100, patience: 1000 }) {
  const log = { head: 1 }
  const under: { address: string; position: number; end: (page: string) => void; fail: (error: Error) => void }[] = []
  const ask = makeRenderOnce<string>({
    ...limits,
    head: () => log.head,
    position: async () => log.head,
    render: (address, position) =>
      new Promise((end, fail) => {
        under.push({ address, position, end, fail })
      }),
  })
  return { log, under, ask }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('however many ask, a page is rendered once', async () => {
  const { ask, under } = stage()
  const asked = Array.from({ length: 10_000 }, () => ask('/a'))
  await turn()
  const late = ask('/a')
  expect(under).toHaveLength(1)
  under[0]?.end('page')
  expect(new Set(await Promise.all([...asked, late]))).toEqual(new Set(['page']))
})

test('what is asked after a publication gets a render that began after it; those before keep theirs', async () => {
  const { ask, under, log } = stage()
  const before = ask('/a')
  await turn()
  log.head = 2
  const after = [ask('/a'), ask('/a'), ask('/a')]
  await turn()
  expect(under).toHaveLength(1)
  under[0]?.end('old')
  expect(await before).toBe('old')
  await turn()
  expect(under.map(({ position }) => position)).toEqual([1, 2])
  under[1]?.end('new')
  expect(await Promise.all(after)).toEqual(['new', 'new', 'new'])
})

test('a render that waits takes in what is published while it waits', async () => {
  const { ask, under, log } = stage()
  void ask('/a')
  await turn()
  log.head = 2
  const second = ask('/a')
  log.head = 3
  const third = ask('/a')
  under[0]?.end('1')
  await turn()
  expect(under.at(-1)?.position).toBe(3)
  under[1]?.end('3')
  expect([await second, await third]).toEqual(['3', '3'])
  expect(under).toHaveLength(2)
})

test('a render that fails fails those who asked for it, and not the next', async () => {
  const { ask, under, log } = stage()
  const first = ask('/a')
  await turn()
  log.head = 2
  const second = ask('/a')
  under[0]?.fail(new Error('broken'))
  await expect(first).rejects.toThrow('broken')
  await turn()
  under[1]?.end('whole')
  expect(await second).toBe('whole')
  const third = ask('/a')
  await turn()
  under[2]?.end('again')
  expect(await third).toBe('again')
})

test('other pages do not wait', async () => {
  const { ask, under } = stage()
  void ask('/slow')
  const other = ask('/b')
  await turn()
  under.find(({ address }) => address === '/b')?.end('b')
  expect(await other).toBe('b')
})

test('so many pages are made at once and no more; one that waits too long is given up', async () => {
  const { ask, under } = stage({ most: 2, patience: 30 })
  const first = ['/a', '/b'].map((address) => ask(address))
  const third = ask('/c')
  await turn()
  expect(under.map(({ address }) => address)).toEqual(['/a', '/b'])
  under[0]?.end('a')
  await first[0]
  await turn()
  expect(under[2]?.address).toBe('/c')
  const fourth = ask('/d')
  await new Promise((resolve) => setTimeout(resolve, 40))
  for (const one of under) one.end('done')
  await expect(fourth).rejects.toThrow('Too many other pages')
  expect(await third).toBe('done')
  expect(under).toHaveLength(3)
  const again = ask('/d')
  await turn()
  under[3]?.end('d')
  expect(await again).toBe('d')
})
