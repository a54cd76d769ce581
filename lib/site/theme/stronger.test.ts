import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { colourNames, firstTheme, MORE_CONTRAST, ownColours, worstContrast } from './content'
import { stronger } from './stronger'
import { stylesheet } from './stylesheet'

const sheet = readFileSync(new URL('../view/styles/contrast.css', import.meta.url), 'utf8')
const looks = ['light', 'dark'] as const

test.each([
  ['light', '#767676', '#51'],
  ['dark', '#808080', '#a'],
  ['light', '#9a3b12', '#8'],
  ['dark', '#0000ff', '#'],
] as const)('in the %s look %s becomes as much stronger as it needs, and no more', (look, colour, begins) => {
  const found = stronger(look, colour)
  expect(found.startsWith(begins), found).toBe(true)
  expect(worstContrast(look, found)).toBeGreaterThanOrEqual(MORE_CONTRAST)
  expect(worstContrast(look, found)).toBeLessThan(MORE_CONTRAST + 0.3)
})

test('what is strong enough stays as it is', () => {
  for (const look of looks)
    for (const colour of [ownColours.river[look], look === 'light' ? '#000000' : '#ffffff'])
      expect(stronger(look, colour)).toBe(colour)
})

test('for the first colours, and that of what is live, the stylesheet says what is needed', () => {
  const signal = { light: '#b3231a', dark: '#ff8a7a' }
  for (const [name, own] of [
    ...colourNames.map((name) => [name, ownColours[name]] as const),
    ['signal', signal] as const,
  ]) {
    const [light, dark] = looks.map((look) => stronger(look, own[look]))
    const said = `--color-${name}: light-dark(${light}, ${dark});`
    if (light === own.light && dark === own.dark) expect(sheet).not.toContain(`--color-${name}`)
    else expect(sheet).toContain(said)
  }
})

test('a paper’s own colours are stronger where that is asked for', () => {
  const colours = { ...ownColours, sport: { light: '#2f7d4f', dark: '#86c79d' } }
  const [plain, more] = stylesheet({ ...firstTheme, colours }).split('@media (prefers-contrast:more)')
  expect(plain).toBe(':root{--color-sport:light-dark(#2f7d4f,#86c79d)}')
  expect(more).toBe(`{:root{--color-sport:light-dark(${stronger('light', '#2f7d4f')},#86c79d)}}`)
})
