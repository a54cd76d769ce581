import { expect, test } from 'vitest'

import { firstTheme } from '#lib/site/theme/content'

import { fromToken, toToken } from './token'

test('a look is one part of an address, whatever its words', () => {
  const theme = { ...firstTheme, footer: 'Łódź, “seit 1871” – الصباح ??>>' }
  expect(toToken(theme)).toMatch(/^[\w-]+$/)
  expect(fromToken(toToken(theme))).toEqual(theme)
})

test.each(['', 'x', '%', 'e30x!'])('%j says nothing', (token) => expect(fromToken(token)).toBeUndefined())
