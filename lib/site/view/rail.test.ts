import { expect, test } from 'vitest'

import type { Block, Body } from '#lib/story/document/nodes'
import { anImage } from '#lib/testing/blocks'
import { paragraph } from '#lib/testing/stories'

import { besideRail } from './rail'

const image = (id: string) => anImage(id, { id, wide: true })
const body = (...content: Block[]): Body => ({ type: 'doc', content })
const ids = (blocks: Set<Block>) => [...blocks].map(({ attrs }) => attrs.id)
const long = 'It rained, and rained. '.repeat(60)

test('a picture at the head of the text keeps out of the headlines beside it, one below them does not', () => {
  const text = body(image('a'), paragraph('p', long), image('b'))
  expect(ids(besideRail(text, 4))).toEqual(['a'])
  expect(ids(besideRail(body(image('a'), paragraph('p', 'Short.'), image('b')), 4))).toEqual(['a', 'b'])
})

test('without headlines there is room for all', () => expect(besideRail(body(image('a')), 0).size).toBe(0))
