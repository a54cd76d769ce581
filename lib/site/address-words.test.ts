import { expect, test } from 'vitest'

import { addressWords } from './address-words'

test.each([
  ['/politics/barrier-hinges-2', 'barrier hinges'],
  ['/River/Gates_close%at five', 'gates close five'],
  ['/politics/2026/05/14', 'politics'],
  ['/topics/café-society', 'cafe society'],
  ['/', ''],
  ['/a/b/1', ''],
  ['/x/one-two-three-four-five-six-seven-eight-nine', 'one two three four five six seven eight'],
])('%s says “%s”', (path, words) => expect(addressWords(path)).toBe(words))
