import { expect, test } from 'vitest'

import { withLetters } from './letters'

const link = (name: string) =>
  `<link rel="preload" href="/fonts/${name}.woff2" as="font" type="font/woff2" crossorigin=""/>`
const page = (body: string, links = ['stet-head', 'stet-text']) =>
  `<html><head><title>Łódź</title>${links.map(link).join('')}</head><body>${body}</body></html>`
const preloaded = (html: string) => [...html.matchAll(/href="\/fonts\/([^"]+)\.woff2"/g)].map(([, name]) => name)

test('a page of western letters stays as it is, whatever its title, its addresses and its data say', () => {
  const html = page(
    '<h1>The <em>Gates</em></h1><a href="/ł" title="ł">x</a><script type="application/ld+json">{"a":"Łódź"}</script>',
  )
  expect(withLetters(html)).toBe(html)
})

test.each([
  ['<h1 class="a">Wał<em>ę</em>sa</h1><p>dies</p>', ['stet-head-ext']],
  ['<h3>Gates</h3><p>of Łódź</p>', ['stet-text-ext']],
  ['<h2><a href="/x">Киев</a></h2><p>Athens, Αθήνα</p>', ['stet-head-cyrl', 'stet-text-grek']],
  ['<p>of <em>Łódź</em></p>', ['stet-text-italic', 'stet-text-italic-latn', 'stet-text-italic-ext']],
  ['<p>the <em>Gates</em></p>', ['stet-text-italic']],
])('what headlines, text and italics need is preloaded, each in its own face: %s', (body, further) => {
  const html = withLetters(page(body))
  expect(preloaded(html)).toEqual([...further, 'stet-head', 'stet-text'])
  expect(html).toContain(link(further[0] ?? ''))
  expect(html.includes('href="/fonts/letters.css"')).toBe(further.some((name) => name !== 'stet-text-italic'))
})

test('a paper that sends no face sends none of these', () => {
  const html = page('<h1>Łódź</h1>', [])
  expect(withLetters(html)).toBe(html)
})
