import { expect, test } from 'vitest'

import { forkName, isForkOf, readName } from './text-name'

test('a story’s own text is called by its id; a fork by the story’s and the person’s', () => {
  expect(readName('4yt3kz0p9qaa')).toEqual({ storyId: '4yt3kz0p9qaa', fork: '' })
  expect(readName(forkName('4yt3kz0p9qaa', 'kit'))).toEqual({ storyId: '4yt3kz0p9qaa', fork: 'kit' })
  expect(isForkOf('4yt3kz0p9qaa', forkName('4yt3kz0p9qaa', 'kit'))).toBe(true)
  expect(isForkOf('4yt3kz0p9qa', forkName('4yt3kz0p9qaa', 'kit'))).toBe(false)
  expect(isForkOf('4yt3kz0p9qaa', '4yt3kz0p9qaa')).toBe(false)
})
