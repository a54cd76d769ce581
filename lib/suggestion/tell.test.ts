import { expect, test } from 'vitest'

import type { Image } from '#lib/story/document/nodes'

import { anImage } from '#lib/testing/blocks'

import { attributesOf, placeTold } from './tell'

const picture = (change: Partial<Image['attrs']> = {}) => anImage('m1', { id: 'a', ...change })
const hunk = (was: Image, is: Image) => ({ part: 'body' as const, at: 'a', was, is, after: null })

test('what is suggested for a picture is told in words, and never by an id', () => {
  const changed = hunk(picture(), picture({ media: 'm2', caption: 'At five', crop: '0,0,0.5,1', wide: true }))
  expect(placeTold(changed)).toBe('Picture')
  expect(attributesOf(changed)).toEqual([
    { name: 'Of the library', was: 'one', is: 'another' },
    { name: 'Caption', was: 'none', is: 'At five' },
    { name: 'Part shown', was: 'the whole', is: '50% of its width, 100% of its height' },
    { name: 'Wide', was: 'no', is: 'yes' },
  ])
})
