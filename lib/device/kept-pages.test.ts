import { beforeEach, expect, test, vi } from 'vitest'

import { forgetPages, keepPage, keepPages, listKeptPages } from './kept-pages'

/** The browser's caches, as far as pages go. */
function makeCaches() {
  const all = new Map<string, Map<string, Response>>()
  const address = (of: string | Request) => new URL(typeof of === 'string' ? of : of.url, 'https://paper.example').href
  const open = async (name: string) => {
    const rows = all.get(name) ?? new Map<string, Response>()
    all.set(name, rows)
    return {
      match: async (of: string | Request) => rows.get(address(of))?.clone(),
      matchAll: async () => [...rows.values()],
      keys: async () => [...rows.keys()].map((url) => ({ url })),
      delete: async (of: string | Request) => rows.delete(address(of)),
      addAll: async (paths: string[]) => {
        for (const path of paths) rows.set(address(path), new Response(path))
      },
      put: async (of: string, page: Response) => {
        rows.delete(address(of))
        rows.set(address(of), page)
      },
    }
  }
  return { all, open, keys: async () => [...all.keys()], delete: async (name: string) => all.delete(name) }
}

let kept: ReturnType<typeof makeCaches>
let build = 'one'
let signedIn = 'nadia'
const answers = new Map<string, () => Response>()
const page = () =>
  `<html lang="en-GB" data-build="${build}"><meta name="stet-person" content="${signedIn}"/><script src="/_next/static/chunks/${build}.js">`

beforeEach(() => {
  kept = makeCaches()
  build = 'one'
  signedIn = 'nadia'
  answers.clear()
  vi.stubGlobal('caches', kept)
  vi.stubGlobal('location', { origin: 'https://paper.example' })
  vi.stubGlobal('navigator', { serviceWorker: {} })
  vi.stubGlobal('fetch', async (path: string) => answers.get(path)?.() ?? new Response(page()))
})
const files = () => [...kept.all].filter(([name]) => name.startsWith('stet-files')).map(([name]) => name)

test('a page is kept with what it is made of, beside the page for all others', async () => {
  await keepPages('/desk/stories/flood', 'nadia', 'one')
  expect(await listKeptPages('nadia')).toEqual(['/desk/stories/flood', '/desk/offline'])
  expect([...(kept.all.get('stet-files:one')?.keys() ?? [])]).toEqual([
    'https://paper.example/_next/static/chunks/one.js',
  ])
})

test('pages of another person go, and a page made for somebody else is not kept', async () => {
  await keepPages('/desk/stories/flood', 'nadia', 'one')
  signedIn = 'petra'
  await keepPage('/desk/stories/flood', 'nadia')
  expect(await listKeptPages('nadia')).toEqual(['/desk/offline'])
  await keepPages('/desk/stories/ferry', 'petra', 'one')
  expect([...kept.all.keys()].filter((name) => name.startsWith('stet-pages'))).toEqual(['stet-pages:petra'])
})

test('a page that is nobody’s any more is forgotten; one that the server cannot make now is not', async () => {
  await keepPages('/desk/stories/flood', 'nadia', 'one')
  answers.set('/desk/stories/flood', () => new Response('', { status: 500 }))
  await keepPage('/desk/stories/flood', 'nadia')
  expect(await listKeptPages('nadia')).toContain('/desk/stories/flood')
  answers.set('/desk/stories/flood', () => new Response('', { status: 404 }))
  await keepPage('/desk/stories/flood', 'nadia')
  expect(await listKeptPages('nadia')).toEqual(['/desk/offline'])
})

test('after a new build all pages are kept anew, and files of the one before go', async () => {
  await keepPages('/desk/stories/flood', 'nadia', 'one')
  build = 'two'
  await keepPages('/desk/stories/ferry', 'nadia', 'two')
  const pages = [...(kept.all.get('stet-pages:nadia')?.values() ?? [])]
  expect(pages.map(({ headers }) => headers.get('x-stet-build'))).toEqual(['two', 'two', 'two'])
  expect(files()).toEqual(['stet-files:two'])
})

test('files stay as long as a page needs them', async () => {
  await keepPages('/desk/stories/flood', 'nadia', 'one')
  build = 'two'
  answers.set('/desk/stories/flood', () => new Response('', { status: 503 }))
  await keepPages('/desk/stories/ferry', 'nadia', 'two')
  expect(files()).toEqual(['stet-files:one', 'stet-files:two'])
})

test('of many pages the ones opened last stay, and the page for all others; all go when one leaves', async () => {
  for (let i = 0; i < 33; i += 1) await keepPages(`/desk/stories/${i}`, 'nadia', 'one')
  const pages = await listKeptPages('nadia')
  expect(pages).toHaveLength(31)
  expect(pages).toEqual(expect.arrayContaining(['/desk/offline', '/desk/stories/32']))
  await forgetPages()
  expect(await kept.keys()).toEqual([])
})
