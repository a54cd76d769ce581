import fc from 'fast-check'
import { expect, test } from 'vitest'

import { stripPage, Unfinished } from './strip'

/** A page as Next 16.4 sends it, in full: each kind of thing that it puts in, once or more. */
const sent = `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charSet="utf-8"/>\
<link rel="stylesheet" href="/_next/static/chunks/28wr6h5uq7l39.css" data-precedence="next"/>\
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/310vm2bl3xxpt.js"/>\
<link rel="modulepreload" href="/_next/static/chunks/a.js"/>\
<script src="/_next/static/chunks/3qfy96eoyh-ek.js" async=""></script>\
<script src="/_next/static/chunks/turbopack-077hmtqrhcoji.js" async=""></script>\
<title>Ropes &amp; “&lt;script&gt;”</title>\
<link rel="preload" href="/fonts/stet-head.woff2" as="font" type="font/woff2" crossorigin="anonymous"/>\
<script src="/_next/static/chunks/0cz1d0mv5g_q7.js" noModule=""></script></head>\
<body><div hidden=""><!--$--><!--/$--></div><h1>At <!-- -->the<!-- --> weir</h1>\
<script type="application/ld+json">{"headline":"a </p> and \\u003cscript> <!-- kept -->"}</script>\
<p title="<script>x</script><!-- kept -->">Six &amp; seven</p><textarea>
<script>kept</script><!-- kept --></textarea><svg viewBox="0 0 1 1"><path d="M0"/></svg><!--$--><ul><li>One</ul><!--/$-->\
<script type="module" src="/site.js" async=""></script>\
<script id="_R_">TURBOPACK=[1,"</p><!-- "]</script><script>(self.__next_f=self.__next_f||[]).push([0])</script>\
<script>self.__next_f.push([1,"1:\\"$Sreact.fragment\\"\\n"])</script></body></html>`

const finished = `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charSet="utf-8"/>\
<link rel="stylesheet" href="/_next/static/chunks/28wr6h5uq7l39.css" data-precedence="next"/>\
<title>Ropes &amp; “&lt;script&gt;”</title>\
<link rel="preload" href="/fonts/stet-head.woff2" as="font" type="font/woff2" crossorigin="anonymous"/></head>\
<body><h1>At the weir</h1>\
<script type="application/ld+json">{"headline":"a </p> and \\u003cscript> <!-- kept -->"}</script>\
<p title="<script>x</script><!-- kept -->">Six &amp; seven</p><textarea>
<script>kept</script><!-- kept --></textarea><svg viewBox="0 0 1 1"><path d="M0"/></svg><ul><li>One</ul>\
<script type="module" src="/site.js" async=""></script></body></html>`

test('all that the framework put in goes, and all else stays byte for byte', () => {
  expect(stripPage(sent)).toBe(finished)
  expect(stripPage(finished)).toBe(finished)
})

test('what is said of a page to one network is not said again to another', () => {
  const said = '<meta property="og:title" content="Ropes"/><meta name="twitter:card" content="summary"/>'
  const own = '<meta name="twitter:image" content="/r.png"/>'
  expect(stripPage(`${said}<meta name="twitter:title" content="Ropes"/>${own}`)).toBe(said + own)
})

test.each([
  ['', 'nothing at all'],
  ['<p hidden>later</p>', 'an element of ours that is hidden'],
  ['<div hidden id="menu"><a href="/">Home</a></div>', 'a hidden part with a name of its own'],
  ['<p id="S:nappy">Sic</p>', 'an id that only begins like one of React’s'],
  ['<p>template, B:0, __next_error__</p>', 'words'],
  ['<link rel="preload" as="image" href="/a.jpg"/>', 'a preload that is no script'],
  ['<link rel="modulepreload" href="/site.js"/>', 'the preload of a module of ours'],
  ['<SCRIPT TYPE="application/ld+json">{}</SCRIPT>', 'tags in capitals'],
])('%s stays: %s', (html) => expect(stripPage(html)).toBe(html))

test.each([
  ['<script src="//evil.example/x.js"></script>', 'of another host'],
  ['<script src="https://paper.example/x.js"></script>', 'with a host at all'],
  ['<script src="/_next/static/x.js" type="module"></script>', 'a framework’s module'],
  ['<script data-src="/site.js">a()</script>', 'inline'],
  ['<ScRiPt>a()</sCrIpT >', 'inline, in odd case'],
  ['<script type="importmap">{"<!--":1}</script>', 'data that is not JSON-LD'],
  ['<div hidden><!--$--><!-- --></div>', 'the place for late metadata'],
])('%s goes: %s', (html) => expect(stripPage(`<p>a</p>${html}<p>b</p>`)).toBe('<p>a</p><p>b</p>'))

test.each(['<script src="/look.js"></script>', '<link rel="modulepreload" href="/shelf.js"/>'])(
  'of our own, it goes where none is run: %s',
  (html) => {
    expect(stripPage(html)).toBe(html)
    expect(stripPage(html, false)).toBe('')
  },
)

test.each([
  ['<!--$?--><template id="B:0"></template><p>Wait</p><!--/$-->', 'a <template>'],
  ['<div hidden id="S:0"><p>Late</p></div>', 'id="S:0"'],
  ['<table hidden><tbody id="S:1f"><tr></tr></tbody></table>', 'id="S:1f"'],
  ['<i id="B:a"></i>', 'id="B:a"'],
  ['<i id="P:3"></i>', 'id="P:3"'],
  ['<div hidden=""><!--$--><title>Late</title><!--/$--></div>', '<title> in a hidden <div>'],
  ['<div hidden="">late</div>', 'text in a hidden <div>'],
  ['<p>a<div hidden="">', 'an unclosed <div>'],
  ['<html id="__next_error__"><body></body></html>', 'id="__next_error__"'],
  ['<html><body><p>Cut o', 'an unclosed <html>'],
  ['<p>a</p><script>self.__next_f.pu', 'an unclosed <script>'],
  ['<p>1 <<!-- -->script>a()', 'a bare <'],
])('%s is refused for %s', (html, found) => {
  expect(() => stripPage(html)).toThrow(Unfinished)
  expect(() => stripPage(html)).toThrow(found)
})

/** Pieces of a page with what is left of each. */
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const text = fc.string({ unit: 'grapheme' }).map(escaped)
const stays = (html: string) => [html, html]
const pieces = fc.array(
  fc.oneof(
    text.map(stays),
    text.map((value) => stays(`<p title="${value}<script>">${value}</p>`)),
    text.map((value) => stays(`<textarea>${value}<script></textarea>`)),
    fc.json().map((json) => stays(`<script type="application/ld+json">${json.replace(/</g, '\\u003c')}</script>`)),
    fc.constantFrom('<br/>', '<p>', '</p>', '<li>', '</ul>', '<svg><path/></svg>', '<form>').map(stays),
    fc.constantFrom('<script src="/site.js"></script>', "<img alt='<!--'>").map(stays),
    fc.json().map((json) => [`<script>push(${json.replace(/</g, '\\u003c')})</script>`, '']),
    fc
      .constantFrom('<!-- -->', '<!--$-->', '<!--/$-->', '<div hidden=""><!--$--><!--/$--></div>')
      .map((html) => [html, '']),
    fc.constantFrom('<link rel="preload" as="script" href="/_next/a.js"/>').map((html) => [html, '']),
  ),
  { maxLength: 40 },
)

test('of any page exactly what is not the framework’s is left', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const left = parts.map(([, after]) => after).join('')
      expect(stripPage(parts.map(([before]) => before).join(''))).toBe(left)
      expect(stripPage(left)).toBe(left)
    }),
  )
})

test('whatever markup comes, a page that passes holds nothing more to take out', () => {
  const bits = [
    '<',
    '>',
    '/',
    '!',
    '--',
    '"',
    ' ',
    'script',
    'a',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<div hidden>',
  ]
  const markup = fc
    .array(fc.constantFrom(...bits, '</div>', '<svg>', '<title>', '</title>'))
    .map((list) => list.join(''))
  fc.assert(
    fc.property(markup, (html) => {
      let once = ''
      try {
        once = stripPage(html)
      } catch (error) {
        if (error instanceof Unfinished) return
        throw error
      }
      expect(stripPage(once)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})
