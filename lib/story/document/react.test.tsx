import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { en } from '#lib/messages/en'

import type { Block, Mark } from './nodes'
import { DocumentBody } from './react'

const related = new Map([['s1', { headline: 'The night gate four stopped', path: '/river/gate-four' }]])
const html = (...content: Block[]) =>
  renderToStaticMarkup(
    <DocumentBody
      body={{ type: 'doc', content }}
      setting={{ related, day: (iso) => `[${iso}]`, dated: (iso) => `<${iso}>`, words: en }}
    />,
  )
const attrs = { id: 'a' }
const run = (text: string, ...marks: Mark[]) => ({ type: 'text' as const, text, marks })
const link = (href: string): Mark => ({ type: 'link', attrs: { href } })
const paragraph = (...content: ReturnType<typeof run>[]) => ({ type: 'paragraph' as const, attrs, content })

test('text is escaped; nothing in a document is HTML', () =>
  expect(html(paragraph(run('<script>1</script> & “so”')))).toBe('<p>&lt;script&gt;1&lt;/script&gt; &amp; “so”</p>'))

test('marks nest, and a link over several runs is one link', () =>
  expect(
    html(
      paragraph(
        run('a '),
        run('b', link('https://x.example/')),
        run('c', { type: 'italic' }, link('https://x.example/')),
      ),
    ),
  ).toBe('<p>a <a href="https://x.example/">b<em>c</em></a></p>'))

test.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//elsewhere.example', ''])(
  'a link to %j is shown as text',
  (href) => expect(html(paragraph(run('b', link(href))))).toBe('<p>b</p>'),
)

test('headings keep their level, empty paragraphs leave no gap', () =>
  expect(
    html(
      { type: 'heading', attrs: { ...attrs, level: 2 }, content: [run('Two')] },
      { type: 'heading', attrs: { ...attrs, level: 3 }, content: [run('Three')] },
      { type: 'paragraph', attrs },
    ),
  ).toBe('<h2>Two</h2><h3>Three</h3>'))

test('lists nest, and an ordered list keeps its start', () =>
  expect(
    html({
      type: 'orderedList',
      attrs: { ...attrs, start: 3 },
      content: [
        {
          type: 'listItem',
          attrs,
          content: [
            paragraph(run('one')),
            {
              type: 'bulletList',
              attrs: { id: 'b' },
              content: [{ type: 'listItem', attrs, content: [paragraph(run('two'))] }],
            },
          ],
        },
      ],
    }),
  ).toBe('<ol start="3"><li>one<ul><li>two</li></ul></li></ol>'))

test('a quote says who, in what capacity, to whom, when and where it can be checked', () => {
  const quote = {
    id: 'q',
    speaker: 'Ada Kerrow',
    role: 'chandler',
    via: 'the Courier',
    saidAt: '2026-05-12',
    source: 'https://x.example/',
  }
  const content = [paragraph(run('We were told.'))]
  expect(html({ type: 'quote', attrs: quote, content })).toBe(
    '<figure class="quote"><blockquote><p>We were told.</p></blockquote><figcaption><b>Ada Kerrow</b>, chandler <span><a href="https://x.example/">The Courier, [2026-05-12]</a></span></figcaption></figure>',
  )
  const bare = { id: 'q', speaker: '', role: '', via: '', saidAt: '', source: '' }
  expect(html({ type: 'quote', attrs: bare, content })).not.toContain('figcaption')
})

test('a pull quote says whose it is when it is told, and is not there without words', () => {
  const pull = (speaker: string, ...content: ReturnType<typeof run>[]): Block => ({
    type: 'pullQuote',
    attrs: { id: 'u', speaker },
    content,
  })
  expect(html(pull('Ada', run('We were '), run('told', { type: 'italic' })))).toBe(
    '<figure class="pull"><blockquote><p>We were <em>told</em></p></blockquote><figcaption>Ada</figcaption></figure>',
  )
  expect(html(pull('', run('Told')))).toBe('<figure class="pull"><blockquote><p>Told</p></blockquote></figure>')
  expect(html(pull('Ada'))).toBe('')
})

test('a fact box is called by its title, and its sub-heads stand below it whatever their level', () =>
  expect(
    html({
      type: 'factBox',
      attrs: { id: 'f', title: 'Gates & <keepers>' },
      content: [
        { type: 'heading', attrs: { ...attrs, level: 2 }, content: [run('Then')] },
        paragraph(run('Four.')),
        paragraph(),
        { type: 'bulletList', attrs, content: [{ type: 'listItem', attrs, content: [paragraph(run('one'))] }] },
      ],
    }),
  ).toBe(
    '<div class="fact" role="note" aria-label="Gates &amp; &lt;keepers&gt;"><h2>Gates &amp; &lt;keepers&gt;</h2><h3>Then</h3><p>Four.</p><ul><li>one</li></ul></div>',
  ))

test('"Also read" follows its story and vanishes with it', () => {
  const block = (story: string) => ({ type: 'relatedStory' as const, attrs: { id: 'r', story, note: 'as pasted' } })
  expect(html(block('s1'))).toContain('<a href="/river/gate-four">The night gate four stopped</a>')
  expect(html(block('s2'), block(''))).toBe('')
})

test('an embed asks nobody before a click: a card with a link, and what to load said beside it', () => {
  const video = { id: 'e', provider: 'youtube' as const, ref: 'dQw4w9WgXcQ', caption: 'The flood & after' }
  expect(html({ type: 'embed', attrs: video })).toBe(
    '<figure class="embed"><div class="card-wide" data-frame="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" data-title="Video from YouTube: The flood &amp; after" data-load="Load video from YouTube"><p><b>Video from YouTube</b></p><p class="note">Loading it sends your address to YouTube.</p><p class="out"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">See it on YouTube</a></p></div><figcaption>The flood &amp; after</figcaption></figure>',
  )
  const post = { id: 'e', provider: 'x' as const, ref: 'courier/12', caption: '' }
  expect(html({ type: 'embed', attrs: post })).toBe(
    '<figure class="embed"><div><p><b>Post from X</b></p><p class="out"><a href="https://x.com/courier/status/12">See it on X</a></p></div></figure>',
  )
  expect(html({ type: 'embed', attrs: { ...video, ref: '"><script>' } })).toBe('')
  expect(html({ type: 'embed', attrs: { ...video, provider: 'elsewhere' as never } })).toBe('')
})

test('a table names its columns, fills what is missing, and can be scrolled by keys', () => {
  const cell = (text: string) => ({ type: 'tableCell' as const, attrs, content: text ? [run(text)] : [] })
  const row = (...cells: string[]) => ({ type: 'tableRow' as const, attrs, content: cells.map(cell) })
  const table = (head: { headRow: boolean; headColumn: boolean }, caption: string) =>
    html({
      type: 'table',
      attrs: { id: 't', caption, ...head },
      content: [row('', 'Metres'), row('Four', '5.8'), row('Five')],
    })
  expect(table({ headRow: true, headColumn: true }, 'High <water>')).toBe(
    '<section class="table" tabindex="0" aria-label="High &lt;water&gt;"><table><caption>High &lt;water&gt;</caption><thead><tr><td></td><th scope="col" class="n">Metres</th></tr></thead><tbody><tr><th scope="row">Four</th><td class="n">5.8</td></tr><tr><th scope="row">Five</th><td class="n"></td></tr></tbody></table></section>',
  )
  expect(table({ headRow: false, headColumn: false }, '')).toBe(
    '<section class="table" tabindex="0" aria-label="Table"><table><tbody><tr><td></td><td>Metres</td></tr><tr><td>Four</td><td>5.8</td></tr><tr><td>Five</td><td></td></tr></tbody></table></section>',
  )
  expect(html({ type: 'table', attrs: { id: 't', caption: 'x', headRow: true, headColumn: false } })).toBe('')
})

test('a correction says what it is and when, and is not there without words', () => {
  const at = '2026-05-12T08:00:00Z'
  expect(
    html({ type: 'correction', attrs: { id: 'c', kind: 'clarification', at }, content: [run('It was four.')] }),
  ).toBe(
    `<div class="correction" role="note" aria-label="Clarification"><p><b>Clarification, <time dateTime="${at}">&lt;${at}&gt;</time>.</b> It was four.</p></div>`,
  )
  expect(html({ type: 'correction', attrs: { id: 'c', kind: 'update', at } })).toBe('')
})
