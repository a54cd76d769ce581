import { expect, test } from 'vitest'

import { ownColours } from '#lib/site/theme/content'

import { soundColours } from './sound'

const typed = (light: string, dark = ownColours.sport.dark) => ({ ...ownColours, sport: { light, dark } })
const before = typed('#004d00', '#99ee99')

test.each([
  ['#005500', '#005500'],
  ['#00550A', '#00550a'],
  ['#0055', '#004d00'],
  ['', '#004d00'],
  ['#ffff00', '#004d00'],
])('%j in the light is shown as %s', (light, shown) =>
  expect(soundColours(typed(light, '#88dd88'), before).sport).toEqual({ light: shown, dark: '#88dd88' }),
)

test('each look has its own', () =>
  expect(soundColours(typed('#005500', '#003300'), before).sport).toEqual({ light: '#005500', dark: '#99ee99' }))
