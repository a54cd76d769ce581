import { expect, test } from 'vitest'

import { forkName, readName } from './text-name'

test('a story’s own text is called by its id; a fork by the story’s and the person’s', () => {
  expect(readName('4yt3kz0p9qaa')).toEqual({ storyId: '4yt3kz0p9qaa', fork: '' })
  expect(readName(forkName('4yt3kz0p9qaa', 'kit'))).toEqual({ storyId: '4yt3kz0p9qaa', fork: 'kit' })
})
