import { expect, test } from 'vitest'

import { colourNames, firstTheme, LEAST_CONTRAST, ownColours, worstContrast } from './content'
import { contrast } from './contrast'
import { ThemeForm } from './form'

test.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#ffffff', '#ffffff', 1],
])('%s on %s is %d to 1', (a, b, ratio) => expect(contrast(a, b)).toBeCloseTo(ratio, 2))

test('the theme’s own colours are read in both looks', () => {
  for (const name of colourNames)
    for (const look of ['light', 'dark'] as const)
      expect(worstContrast(look, ownColours[name][look]), `${name} ${look}`).toBeGreaterThanOrEqual(LEAST_CONTRAST)
})

test.each([
  ['light', '#f0c000', 'Too pale'],
  ['dark', '#333333', 'Too dark'],
  ['light', 'teal', 'Six figures'],
] as const)('a colour that is not read in the %s look is refused, by its field', (look, value, why) => {
  const given = { ...firstTheme, colours: { ...ownColours, sport: { ...ownColours.sport, [look]: value } } }
  const [issue] = ThemeForm.safeParse(given).error?.issues ?? []
  expect(issue?.path).toEqual(['colours', 'sport', look])
  expect(issue?.message).toContain(why)
})

test('its words are what a page can carry', () => {
  const [, right] = firstTheme.ears
  const given = { ...firstTheme, footer: ' Since\u0002 1871.', ears: [{ title: 'Tide\u0000', text: 'High' }, right] }
  expect(ThemeForm.parse(given)).toMatchObject({
    footer: 'Since 1871.',
    ears: [{ title: 'Tide', text: 'High' }, right],
  })
})
