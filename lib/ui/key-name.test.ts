import { expect, test } from 'vitest'

import { keyName } from './key-name'

test('a key is named as it stands on the keyboard', () => {
  expect(keyName('Mod-Shift-d')).toBe('Ctrl Shift D')
  expect(keyName('Mod+/')).toBe('Ctrl /')
  expect(keyName('Mod+Enter', true)).toBe('⌘ Enter')
  expect(keyName('Alt-ArrowUp')).toBe('Alt ↑')
  expect(keyName('F3')).toBe('F3')
})
