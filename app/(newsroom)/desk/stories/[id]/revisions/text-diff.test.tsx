import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'

import type { StoryText } from '#lib/story/document/changes'
import type { Block } from '#lib/story/document/nodes'
import { everyBlock } from '#lib/testing/document'

import { TextDiff, type View } from './text-diff'

// Headlines of other stories are asked of the server.
vi.mock('../text/blocks/use-target', () => ({
  useTarget: (id: string) => (id ? { headline: `Story ${id}` } : undefined),
}))

const told = (content: Block[], headline = 'River rises'): StoryText => ({
  headline,
  standfirst: 'At night.',
  body: { type: 'doc', content },
})
const shown = (was: StoryText, is: StoryText, view: View, changesOnly = false) =>
  renderToStaticMarkup(<TextDiff was={was} is={is} view={view} changesOnly={changesOnly} />)
const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, (_, at) => ({
    type: 'paragraph',
    attrs: { id: `p${at}` },
    content: [{ type: 'text', text: `Line ${at}.` }],
  }))

test('every kind of block is shown in both views, in words', () => {
  for (const view of ['side', 'inline'] as const) {
    const html = shown(told([]), told(everyBlock), view)
    for (const words of [
      'The river',
      'one',
      'We were told.',
      'Ada Kerrow',
      'Said on',
      '2 March 2026',
      'The gates',
      'In figures',
      'Gate │ Metres',
      'It was gate four.',
      'The other flood',
    ])
      expect(html).toContain(words)
  }
})

test('what is the same is folded up but for its neighbours, or left out', () => {
  const was = told(paragraphs(20))
  const is = told(
    paragraphs(20).with(9, { type: 'paragraph', attrs: { id: 'p9' }, content: [{ type: 'text', text: 'Line nine.' }] }),
  )
  const html = shown(was, is, 'inline')
  expect(html).toContain('Show 7 blocks that are the same')
  expect(html).toContain('Line 8.')
  expect(html).not.toContain('Line 5.')
  expect(html).toMatch(/<del><span><span>9.<\/span><\/span><\/del>|<del>.*9\..*<\/del>/)
  const only = shown(was, is, 'inline', true)
  expect(only).toContain('nine.')
  expect(only).not.toContain('Line 8.')
  expect(only).not.toContain('River rises')
})

test('each side says only what it said', () => {
  const html = shown(told(paragraphs(1), 'River rises'), told(paragraphs(1), 'River falls'), 'side')
  const [, was, is] = html.split('class="cell"')
  expect([was!.includes('rises'), was!.includes('falls')]).toEqual([true, false])
  expect([is!.includes('rises'), is!.includes('falls')]).toEqual([false, true])
})

test('another story to read also is told by its headline', () => {
  const related = (story: string): Block => ({ type: 'relatedStory', attrs: { id: 'r', story, note: '' } })
  const html = shown(told([related('a')]), told([related('b')]), 'inline')
  expect(html).toMatch(/<del>.*a.*<\/del>.*<ins>.*b/)
  expect(html).toContain('Story ')
})
