import { expect, test } from 'vitest'

import { changesBetween, type StoryText } from './changes'
import type { Block } from './nodes'

const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: text ? [{ type: 'text', text }] : [],
})
const quote = (speaker: string): Block => ({
  type: 'quote',
  attrs: { id: 'q', speaker, role: '', via: '', saidAt: '', source: '' },
})
const told = (content: Block[], headline = 'Gates close'): StoryText => ({
  headline,
  standfirst: '',
  body: { type: 'doc', content },
})

const said = (was: StoryText, is: StoryText) => changesBetween(was, is).map(({ place, kind }) => `${place} ${kind}`)

test('nothing changed', () => expect(said(told([paragraph('a', 'One')]), told([paragraph('a', 'One')]))).toEqual([]))

test('changes are named as an editor counts', () =>
  expect(
    said(
      told([
        paragraph('a', 'One'),
        { type: 'divider', attrs: { id: 'd' } },
        paragraph('b', 'Two'),
        paragraph('c', 'Three'),
      ]),
      told(
        [paragraph('a', 'One'), { type: 'divider', attrs: { id: 'd' } }, paragraph('b', 'Too'), paragraph('e', 'New')],
        'Gates shut',
      ),
    ),
  ).toEqual(['headline changed', 'paragraph 2 changed', 'paragraph 3 added', 'paragraph 3 removed']))

test('a quote given to another speaker is a change', () =>
  expect(said(told([quote('Ada')]), told([quote('Bo')]))).toEqual(['quote 1 changed']))

test('a fact box of another title, one of another text and a new pull quote are told', () => {
  const box = (title: string, text: string): Block => ({
    type: 'factBox',
    attrs: { id: 'f', title },
    content: [paragraph('fp', text) as never],
  })
  const pull: Block = {
    type: 'pullQuote',
    attrs: { id: 'u', speaker: '' },
    content: [{ type: 'text', text: 'StoryText' }],
  }
  expect(changesBetween(told([box('Gates', 'Four')]), told([pull, box('Gates', 'Five')]))).toEqual([
    { at: 'u', place: 'pull quote 1', kind: 'added', was: '', is: 'StoryText' },
    { at: 'f', place: 'fact box 1', kind: 'changed', was: 'Gates\nFour', is: 'Gates\nFive' },
  ])
  expect(said(told([box('Gates', 'Four')]), told([box('Weirs', 'Four')]))).toEqual(['fact box 1 changed'])
})

test('moved blocks are neither added nor removed', () =>
  expect(
    said(told([paragraph('a', '1'), paragraph('b', '2')]), told([paragraph('b', '2'), paragraph('a', '1')])),
  ).toEqual(['the order of the paragraphs moved']))

test('the order of keys and an empty content are no change', () =>
  expect(
    changesBetween(
      told([{ type: 'paragraph', attrs: { id: 'a' } }]),
      told([{ content: [], attrs: { id: 'a' }, type: 'paragraph' } as Block]),
    ),
  ).toEqual([]))
