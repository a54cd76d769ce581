import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Block } from '#lib/story/document/nodes'

import { cleanLink, cleanLinks } from './links'

test.each([
  ['https://a.example/x?utm_source=n&id=7&fbclid=1#top', 'https://a.example/x?id=7#top', 2],
  ['https://a.example/x?utm_medium=n', 'https://a.example/x', 1],
  ['https://a.example/%7Ex?q=a+b&q=%C3%A9', 'https://a.example/%7Ex?q=a+b&q=%C3%A9', 0],
  ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.example%2F%3Fgclid%3D1', 'https://a.example/', 2],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx&h=1', 'https://a.example/x', 1],
  ['https://a.example/x#utm_campaign=1', 'https://a.example/x', 1],
  ['mailto:desk@a.example', 'mailto:desk@a.example', 0],
])('%s', (href, clean, shed) => expect(cleanLink(href)).toEqual({ href: clean, shed }))

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '/relative',
  'file:///etc',
  'tel:112',
  'https://',
  'https://www.google.com@',
])('no story links to %s', (href) => expect(cleanLink(href)).toBeUndefined())

test('a wrapper that leads to a script is not followed', () => {
  expect(cleanLink('https://www.google.com/url?q=javascript:alert(1)')?.href).toBe(
    'https://www.google.com/url?q=javascript:alert(1)',
  )
})

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = cleanLink(url)
      expect(once && cleanLink(once.href)).toEqual(once && { href: once.href, shed: 0 })
    }),
    { numRuns: 50 },
  )
})

test('links in text are cleaned, words and other marks stay, a link of no use loses only its mark', () => {
  const link = (href: string) => ({ type: 'link' as const, attrs: { href } })
  const block = (first: string | undefined): Block => ({
    type: 'paragraph',
    attrs: { id: 'p' },
    content: [
      { type: 'text', text: 'here', marks: [{ type: 'bold' }, link(first ?? 'https://a.example/?utm_id=1')] },
      { type: 'text', text: 'there', marks: first ? [] : [link('javascript:x')] },
    ],
  })
  expect(cleanLinks([block(undefined)])).toEqual({ blocks: [block('https://a.example/')], shed: 1 })
})
