import { expect, test } from 'vitest'

import { fixture } from '#lib/testing/fixtures'
import { hostile } from '#lib/testing/hostile'
import { outline } from '#lib/testing/outline'

import { blocksOf } from '../html/blocks'
import { looksLikeMarkdown } from './looks-like'
import { treesOf } from './trees'

const read = (markdown: string) => outline(blocksOf(treesOf(markdown)).blocks)

test.each([
  '## What was measured\n\nThe sill, twice.\n\n## And now',
  'See [the log](https://tides.example/log).',
  'It **held**, and **will hold**.',
  '# Gates\n\n- one\n- two',
  '| Gate | At |\n|---|---|\n| North | 05:12 |',
])('clearly Markdown: %j', (text) => expect(looksLikeMarkdown(text)).toBe(true))

test.each([
  'The gates held.\n\nThe board meets on Monday.',
  '- Did they hold?\n- They did.\n- Twice?',
  '1. Close the gates\n2. Tell the ferry',
  '> Did they hold?\nThey did.',
  'It *held*, at 5*3 and __init__.',
  '#gates #orms',
  'a [1] b (2), [see](above)',
  '***',
])('no Markdown: %j', (text) => expect(looksLikeMarkdown(text)).toBe(false))

test('two signs in a long text got there by chance', () => {
  const lines = Array.from({ length: 200 }, (_, index) => `The gates held ${index} times.`)
  expect(looksLikeMarkdown(['# a', '# b', ...lines].join('\n'))).toBe(false)
})

test('strings that break programs are no Markdown, alone or all together', () => {
  expect(hostile.filter(looksLikeMarkdown)).toEqual([])
  expect(looksLikeMarkdown(hostile.join('\n'))).toBe(false)
})

const posts = (name: string) =>
  (fixture(`corpus/${name}.jsonl`) ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { body: string }).body)

test.skipIf(!fixture('corpus/wikinews.jsonl'))(
  'no news story is taken for Markdown, most posts that are it are',
  () => {
    expect(posts('wikinews').filter(looksLikeMarkdown)).toEqual([])
    const all = posts('digitalgov')
    expect(all.filter(looksLikeMarkdown).length / all.length).toBeGreaterThan(0.93)
  },
)

test('what Markdown says, as blocks', () => {
  const text = [
    '---\ntitle: Gates\ntags:\n  - tides\n---',
    '# Gates\n',
    'The **gates** at *Orms* [log](https://a.example/?utm_id=1 "so") &amp; 5&nbsp;km ![a chart](x.png)',
    'go on<br>here.\n',
    '- one\n  - two\n- [x] three\n',
    '3. c\n4. d\n',
    '> “So,” she said.\n>\n> — Orla Fenn\n',
    '***\n',
    'AT&T, `<b>`, \\*no\\*, ~~struck~~, <b>bold</b>\n',
    '<div>In a <i>box</i></div>\n',
    '```js\nlet a\nlet b\n```',
  ]
  expect(read(text.join('\n'))).toEqual([
    'heading level=2: Gates',
    'paragraph: The *gates* at _Orms_ [log](https://a.example/) & 5\u00a0km go on',
    'paragraph: here.',
    'bulletList',
    '  listItem',
    '    paragraph: one',
    '    bulletList',
    '      listItem',
    '        paragraph: two',
    '  listItem',
    '    paragraph: three',
    'orderedList start=3',
    '  listItem',
    '    paragraph: c',
    '  listItem',
    '    paragraph: d',
    'quote speaker=Orla Fenn',
    '  paragraph: “So,” she said.',
    'divider',
    'paragraph: AT&T, <b>, *no*, struck, bold',
    'paragraph: In a box',
    'paragraph: let a',
    'paragraph: let b',
  ])
})

test('HTML within it is words, and never runs', () => {
  expect(read('a\n\n<script>alert(1)</script>\n\n[b](javascript:alert(1)) <svg onload=alert(1)> &lt;c&gt;')).toEqual([
    'paragraph: a',
    'paragraph: b <c>',
  ])
})
