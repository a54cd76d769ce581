import { expect, test } from 'vitest'

import { deskForAll } from '#lib/testing/desk'
import { aDocument, aStory } from '#lib/testing/stories'

import { blockText } from '../document/text'
import { findOpening } from './opening'

const desk = deskForAll()

test('a text begins with as many of its blocks as are asked for', async () => {
  const id = await aStory(desk.nadia, '', { document: aDocument('Gates close at five', 'One.', 'Two.', 'Three.') })
  const begun = await findOpening(desk.nadia, id, 2)
  expect(begun?.headline).toBe('Gates close at five')
  expect(begun?.body.content.map(blockText)).toEqual(['One.', 'Two.'])
})

test('who may not read a story does not see how it begins', async () => {
  const secret = await aStory(desk.tom, 'Gates: what members saw', { sectionId: 'politics' })
  expect(await findOpening(desk.tom, secret, 3)).toBeDefined()
  expect(await findOpening(desk.kit, secret, 3)).toBeUndefined()
  expect(await findOpening(desk.tom, 'nosuchstory0', 3)).toBeUndefined()
})
