import { expect, test } from 'vitest'

import type { Block, Gallery } from '#lib/story/document/nodes'
import { anImage } from '#lib/testing/blocks'
import { paragraph } from '#lib/testing/stories'

import { picturesFirst } from './pictures-first'

const image = (media: string) => anImage(media, { id: media })
const gallery = (title: string, ...all: string[]): Gallery => ({
  type: 'gallery',
  attrs: { id: `of-${all[0]}`, title },
  content: all.map(image),
})
const split = (...content: Block[]) => picturesFirst({ type: 'doc', content })
const told = (all: Gallery[]) =>
  all.map(({ attrs, content = [] }) => [attrs.title, ...content.map(({ attrs }) => attrs.media)])

test('pictures come together in their order, whatever stands between them; the text stays in its own', () => {
  const { galleries, text } = split(
    image('a'),
    paragraph('p1', 'One.'),
    image('b'),
    gallery('', 'c', 'd'),
    paragraph('p2', 'Two.'),
  )
  expect(told(galleries)).toEqual([['', 'a', 'b', 'c', 'd']])
  expect(text.content.map(({ attrs }) => attrs.id)).toEqual(['p1', 'p2'])
})

test('a gallery that has a title stays by itself', () => {
  const { galleries } = split(image('a'), gallery('Dawn', 'b'), gallery('Dusk', 'c'), image('d'))
  expect(told(galleries)).toEqual([
    ['', 'a'],
    ['Dawn', 'b'],
    ['Dusk', 'c'],
    ['', 'd'],
  ])
})

test('a text without pictures is left as it is', () => {
  const content = [paragraph('p1', 'One.')]
  expect(split(...content)).toEqual({ galleries: [], text: { type: 'doc', content } })
})
