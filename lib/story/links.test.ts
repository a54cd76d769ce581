import { describe, expect, test } from 'vitest'

import { judgeLink, keptHref, wholeHref } from './links'

const origin = 'https://paper.example'

describe('what is typed as a link', () => {
  test.each([
    ['https://weir.example/a?b#c', 'https://weir.example/a?b#c'],
    ['weir.example', 'https://weir.example/'],
    ['www.weir.example/gates', 'https://www.weir.example/gates'],
    ['//weir.example/x', 'https://weir.example/x'],
    ['weir.example:8080/x', 'https://weir.example:8080/x'],
    [' orla@weir.example ', 'mailto:orla@weir.example'],
    ['mailto:orla@weir.example?subject=Gates', 'mailto:orla@weir.example?subject=Gates'],
    ['https://paper.example/river/gates-close?a=1#top', '/river/gates-close?a=1#top'],
    ['paper.example/river', '/river'],
    ['/topics/weirs', '/topics/weirs'],
    ['HTTPS://Weir.example', 'https://weir.example/'],
  ])('%j leads to %j', (typed, href) => expect(judgeLink(typed, origin)).toEqual({ href }))

  test.each([
    ['javascript:alert(1)', /^Not safe: a “javascript:”/],
    ['JavaScript: alert(1)', /^Not safe: a “javascript:”/],
    ['data:text/html,<script>', /^Not safe: a “data:”/],
    ['vbscript:x', /^Not safe/],
    ['file:///etc/passwd', /disk/],
    ['tel:+4412345', /cannot follow “tel:”/],
    ['https://paper.example@evil.example/', /^Not safe: .* leads to evil\.example/],
    ['http://localhost/x', /“localhost”/],
    ['https://', /not complete/],
    ['mailto:orla', /not complete/],
    ['/\\evil.example', /no address/],
    ['/desk/stories/x', /signed in/],
    ['https://paper.example/preview/abc', /signed in/],
  ])('%j is refused, and why is told', (typed, fault) => expect(judgeLink(typed, origin)?.fault).toMatch(fault))

  test.each([
    'gates close',
    'Gates: what members saw',
    'Data: the year in figures',
    'Gates:',
    'gates',
    'U.S.',
    '4.5',
    '',
    '10:30',
  ])('%j is looked for among our stories', (typed) => expect(judgeLink(typed, origin)).toBeUndefined())

  test('the paper’s own address may be one without a dot', () =>
    expect(judgeLink('http://localhost:3000/river', 'http://localhost:3000')).toEqual({ href: '/river' }))
})

test.each([
  ['https://paper.example/river', '/river'],
  ['https://paper.example', '/'],
  ['https://paper.example//evil.example', 'https://paper.example//evil.example'],
  ['https://paper.example/desk', 'https://paper.example/desk'],
  ['http://paper.example/river', 'http://paper.example/river'],
  ['https://other.example/river', 'https://other.example/river'],
  ['/river', '/river'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
])('%j is kept as %j', (href, kept) => expect(keptHref(href, origin)).toBe(kept))

test('a path is whole again where it is opened or copied to', () => {
  expect(wholeHref('/river', origin)).toBe('https://paper.example/river')
  expect(wholeHref('https://weir.example/', origin)).toBe('https://weir.example/')
})
