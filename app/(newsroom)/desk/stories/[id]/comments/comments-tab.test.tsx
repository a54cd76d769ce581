import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'

import type { Placed } from './places'
import type { Comments } from './use-comments'

vi.mock('./actions', () => ({}))
const { CommentsTab } = await import('./comments-tab')

const said = (id: string, text: string, by = { id: 'sal', name: 'Sal Venn' }) => ({
  id,
  by,
  text,
  mentions: [{ id: 'tom', name: 'Tom' }],
  at: Date.parse('2026-05-14T08:02:00Z'),
  edited: false,
})
const thread = (id: string, given: object): Placed =>
  ({
    id,
    part: 'body',
    block: 'p1',
    start: '',
    end: '',
    quote: `quote of ${id}`,
    resolved: null,
    mayResolve: true,
    comments: [said(`said in ${id}`, `words of ${id}, @Tom`)],
    at: 'here',
    from: 1,
    to: 2,
    ...given,
  }) as Placed

function shown(list: Placed[], given: Partial<Comments> = {}) {
  const comments = { story: 's', list, count: list.length, called: 0, ...given } as Comments
  const paper = { timezone: 'Europe/London', language: 'en-GB', nudged: 0, now: Date.parse('2026-05-14T09:00:00Z') }
  return renderToStaticMarkup(<CommentsTab comments={comments} me="sal" paper={paper} onSignedOut={() => {}} />)
}

test('a thread shows its words, who said what and when, and whom it names', () => {
  const html = shown([thread('one', {})])
  expect(html).toContain('aria-label="Sal Venn on “quote of one”"')
  expect(html).toContain('Go to the words “quote of one”')
  expect(html).toContain('09:02 BST')
  expect(html).toContain('<b>@Tom</b>')
})

test('words that are gone are quoted and lead nowhere; what is about the whole story says so', () => {
  const html = shown([thread('gone', { at: 'gone' }), thread('all', { at: 'story', part: null, quote: '' })])
  expect(html).toContain('These words are no longer in the text.')
  expect(html).not.toContain('Go to the words')
  expect(html).toContain('On the whole story')
})

test('what is resolved stands apart, opened where one comes to it', () => {
  const resolved = thread('done', { resolved: { by: 'Sal Venn', at: 0 } })
  expect(shown([resolved])).toContain('All is resolved.')
  expect(shown([resolved])).toContain('<summary class="py-1 text-label text-muted">1 resolved')
  expect(shown([resolved])).not.toContain('<details open')
  expect(shown([resolved], { current: 'done' })).toContain('<details open')
  expect(shown([resolved])).toContain('Reopen')
})

test('one’s own comments can be changed, others’ cannot; who may not resolve is not offered it', () => {
  expect(shown([thread('one', {})])).toContain('>Edit</button>')
  const other = thread('two', { mayResolve: false, comments: [said('x', 'y', { id: 'ann', name: 'Ann' })] })
  expect(shown([other])).not.toContain('>Edit</button>')
  expect(shown([other])).not.toContain('Resolve')
})
