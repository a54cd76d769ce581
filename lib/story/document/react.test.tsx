import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import type { Block, Mark } from './nodes'
import { DocumentBody } from './react'

const related = new Map([['s1', { headline: 'The night gate four stopped', path: '/river/gate-four' }]])
const html = (...content: Block[]) =>
  renderToStaticMarkup(
    <DocumentBody
      body={{ type: 'doc', content }}
      setting={{ related, alsoRead: 'Also read', day: (iso) => `[${iso}]` }}
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
    '<figure class="quote"><blockquote><p>We were told.</p></blockquote><figcaption><b>Ada Kerrow</b>, chandler<span><a href="https://x.example/">The Courier, [2026-05-12]</a></span></figcaption></figure>',
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
    '<aside class="fact" aria-label="Gates &amp; &lt;keepers&gt;"><h2>Gates &amp; &lt;keepers&gt;</h2><h3>Then</h3><p>Four.</p><ul><li>one</li></ul></aside>',
  ))

test('"Also read" follows its story and vanishes with it', () => {
  const block = (story: string) => ({ type: 'relatedStory' as const, attrs: { id: 'r', story, note: 'as pasted' } })
  expect(html(block('s1'))).toContain('<a href="/river/gate-four">The night gate four stopped</a>')
  expect(html(block('s2'), block(''))).toBe('')
})
