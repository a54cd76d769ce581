import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { findBlockFault } from '#lib/story/document/check'
import { blockText } from '#lib/story/document/text'
import { outline } from '#lib/testing/outline'

import { blocksOf } from './blocks'
import { parseHtml } from './parse'

const read = (html: string) => outline(blocksOf(parseHtml(html)).blocks)

describe('words and how they look', () => {
  test.each([
    ['<p>a <strong style="font-weight:400">b</strong> <span style="font-weight:700">c</span></p>', 'a b *c*'],
    ['<p><i>a <em style="font-style:normal">b</em></i></p>', '_a _b'],
    ['<p>a  \n b&nbsp; c &nbsp;</p>', 'a b c'],
    [
      '<p>5&nbsp;km, T.&nbsp;Orrin, «&nbsp;oui&nbsp;», so&nbsp;what</p>',
      '5\u00a0km, T.\u00a0Orrin, «\u00a0oui\u00a0», so what',
    ],
    ['<p>har&shy;bour\u200b\ufeff</p>', 'harbour'],
    ['<p>CO<sub>2</sub>, m<sup>2</sup>, 1<sup>st</sup></p>', 'CO₂, m², 1st'],
    ['<p>He <del>came</del><ins>went</ins>, <s>so</s>.</p>', 'He went, so.'],
    ['<p>so <img class="emoji" alt="🙂" src="x.png"></p>', 'so 🙂'],
    ['<p>a<span style="display:none">b</span><span hidden>c</span><span style="mso-hide:all">d</span></p>', 'a'],
    ['<p><u>a</u><font color=red size=7>b</font><blink>c</blink></p>', 'abc'],
  ])('%s', (html, words) => expect(read(html)).toEqual([`paragraph: ${words}`]))

  test('a heading’s weight is its own', () => {
    expect(read('<h2><b>What <i>was</i></b><br>measured</h2>')).toEqual(['heading level=2: What _was_ measured'])
  })

  test('no level but ours; a document whose sub-heads are of the first level keeps its two levels', () => {
    expect(read('<h1>Title</h1><h2>a</h2><h3>b</h3><h5>c</h5>')).toEqual([
      'heading level=2: Title',
      'heading level=2: a',
      'heading level=3: b',
      'heading level=3: c',
    ])
    expect(read('<h1>a</h1><h2>b</h2><h1>c</h1>').map((line) => line.slice(0, 15))).toEqual([
      'heading level=2',
      'heading level=3',
      'heading level=2',
    ])
  })
})

describe('blocks', () => {
  test('a line that is broken is two; text beside blocks is a paragraph', () => {
    expect(read('a<div>b<br>c<br><br>d</div>e')).toEqual(['a', 'b', 'c', 'd', 'e'].map((word) => `paragraph: ${word}`))
    expect(read('<pre>a\n  b</pre><p style="white-space:pre-wrap">c\nd</p>')).toEqual(
      ['a', 'b', 'c', 'd'].map((word) => `paragraph: ${word}`),
    )
  })

  test('a quote with whose it is', () => {
    const said = ['quote speaker=Orla Fenn role=keeper', '  paragraph: It held.']
    expect(read('<blockquote><p>It held.</p><footer>— Orla Fenn, keeper</footer></blockquote>')).toEqual(said)
    expect(
      read('<figure><blockquote>It held.</blockquote><figcaption>Orla Fenn, keeper</figcaption></figure>'),
    ).toEqual(said)
    expect(read('<blockquote><p>It held.</p><p>– Orla Fenn, keeper</p></blockquote>')).toEqual(said)
  })

  test('what mail indents or quotes as a whole is no quote', () => {
    const plain = ['paragraph: a']
    expect(read('<blockquote type="cite"><p>a</p></blockquote>')).toEqual(plain)
    expect(read('<blockquote style="margin:0 0 0 40px;border:none;padding:0px"><p>a</p></blockquote>')).toEqual(plain)
    expect(read('<blockquote><h2>b</h2><p>a</p></blockquote>')).toEqual(['heading level=2: b', ...plain])
  })

  test('items without a list are one; a heading in an item is a line of it', () => {
    expect(read('<li>a</li> <li><h3>b</h3>c</li>')).toEqual([
      'bulletList',
      '  listItem',
      '    paragraph: a',
      '  listItem',
      '    paragraph: b',
      '    paragraph: c',
    ])
  })

  test('lists in lists end at a depth that a story bears, and lose no item', () => {
    const { blocks } = blocksOf(parseHtml('<ul><li>x'.repeat(300)))
    expect(blocks.map(findBlockFault)).toEqual([undefined])
    expect(blockText(blocks[0]!).split('\n')).toHaveLength(300)
  })

  test('a mark without its note goes, whatever the address before it', () => {
    expect(
      read('<p>So<sup><a href="https://a.example/wiki/X#cite_note-1">[1]</a></sup> it <a href="#top">is</a>.</p>'),
    ).toEqual(['paragraph: So it is.'])
  })

  test('pictures go with what is written under them, and are counted; one that counts visitors is none', () => {
    const html =
      '<p>a</p><figure><img src="https://a.example/1.jpg"><figcaption>The gates</figcaption></figure><img src=x><img width=1 height=1 src=y>'
    const { blocks, pictures } = blocksOf(parseHtml(html))
    expect(outline(blocks)).toEqual(['paragraph: a'])
    expect(pictures).toBe(2)
  })

  test('a table that only sets a page reads on', () => {
    expect(read('<table><tr><td><table><tr><td><p>a</p></td></tr></table></td></tr></table>')).toEqual(['paragraph: a'])
    expect(read('<table role="presentation"><tr><td>a</td><td>b</td></tr></table>')).toEqual([
      'paragraph: a',
      'paragraph: b',
    ])
  })
})

test.each([
  '<script>alert(1)</script>',
  '<style>p{background:url(javascript:alert(1))}</style>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<iframe src="javascript:alert(1)">x</iframe>',
  '<img src=x onerror=alert(1)>',
  '<object data="data:text/html,x">x</object>',
  '<template><p>x</p></template>',
  '<noscript>x</noscript>',
  '<textarea>x</textarea><button>x</button>',
])('of %s nothing is left', (html) => expect(read(html)).toEqual([]))

test.each([
  '<a href="javascript:alert(1)">words</a>',
  '<a href=" java\nscript:alert(1)">words</a>',
  '<a href="data:text/html,x">words</a>',
  '<a href="vbscript:x" onclick="alert(1)">words</a>',
  '<a href="/a/path">words</a>',
  '<p style="background:url(javascript:alert(1))" onmouseover="alert(1)">words</p>',
  '<math><mtext></mtext></math><p>words</p>',
])('of %s only words are left', (html) => expect(read(html)).toEqual(['paragraph: words']))

test('any HTML at all comes to blocks of the schema without a script in them', () => {
  const name = fc.constantFrom(
    ...'p div span b i a ul ol li blockquote table tr td th h1 h4 br hr img figure figcaption sup pre script svg o:p'.split(
      ' ',
    ),
  )
  const attrs = fc.constantFrom(
    '',
    ' href="javascript:alert(1)"',
    ' href="https://a.example/?utm_id=1"',
    ' href="#n" id="m"',
    ' href="#m" id="n"',
    ' style="mso-list:l0 level3 lfo1"',
    ' style="font-weight:700"',
    ' data-aria-level="2"',
    ' start="-9999999999"',
    ' colspan="1000000"',
  )
  const piece = fc.oneof(
    fc.tuple(name, attrs).map(([tag, rest]) => `<${tag}${rest}>`),
    name.map((tag) => `</${tag}>`),
    fc.constantFrom('word', ' ', '\u00a0', '1', '[1]', '<!--[if x]>', '<![endif]>'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { blocks } = blocksOf(parseHtml(pieces.join('')))
      expect(blocks.map(findBlockFault).filter(Boolean)).toEqual([])
      expect(JSON.stringify(blocks)).not.toMatch(/javascript:|utm_/)
    }),
    { numRuns: 400 },
  )
})
