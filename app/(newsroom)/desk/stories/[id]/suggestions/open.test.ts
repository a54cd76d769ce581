import { expect, test } from 'vitest'

import type { StoryText } from '#lib/story/document/changes'
import type { Block } from '#lib/story/document/nodes'
import { aParagraph } from '#lib/testing/blocks'

import { openIn } from './open'

const told = (...content: Block[]): StoryText => ({ headline: 'River', standfirst: '', body: { type: 'doc', content } })
const p = (id: string, text = id) => aParagraph(text, id)

test('several people’s suggestions stand in the order of the text, also what comes behind a paragraph', () => {
  const story = told(p('a'), p('b'), p('c'), p('d'))
  const kit = { id: 'kit', name: 'Kit', text: told(p('a'), p('b'), p('x'), p('c'), p('d', 'D')) }
  const tom = { id: 'tom', name: 'Tom', text: { ...told(p('a', 'A'), p('b'), p('c', 'C'), p('d')), headline: 'Weir' } }
  expect(openIn(story, [kit, tom]).map(({ key }) => key)).toEqual([
    'tom headline headline',
    'tom body a',
    'kit body x',
    'tom body c',
    'kit body d',
  ])
})
