import { expect, test } from 'vitest'

import { steady } from './steady'

const sheets = ['<link rel="stylesheet" href="/b.css"/>', '<link rel="stylesheet" href="/a.css"/>'].join('')
const own = ['<link rel="icon" href="/favicon.svg"/>', '<link rel="preload" href="/a.woff2" as="font"/>'].join('')
const said = '<title>Gates &amp; $1</title><meta name="description" content="Six"/>'
const canonical = '<link rel="canonical" href="/gates"/>'
const page = (head: string, body = '<p>Six</p>') =>
  `<!DOCTYPE html><html><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`

test('however late it was known what a page is called, it is the same, and its style sheets keep their order', () => {
  const one = page(said + sheets + canonical + own)
  expect(steady(page(sheets + own + said + canonical))).toBe(one)
  expect(steady(page(sheets + said + canonical + own))).toBe(one)
  expect(steady(one)).toBe(one)
})

test('what stands in the text stays where it is', () => {
  const named = page('', `${own}<svg><title>Map</title></svg>`)
  expect(steady(named)).toBe(named)
  expect(steady('<p>No page</p>')).toBe('<p>No page</p>')
})
