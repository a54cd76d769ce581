import { type Colour, colourNames, LEAST_CONTRAST, type Theme, worstContrast } from '#lib/site/theme/content'

/** Whether what a field says is a colour, and one that is read in that look. */
export const isSound = (look: keyof Colour, value: string) =>
  /^#[0-9a-f]{6}$/i.test(value) && worstContrast(look, value.toLowerCase()) >= LEAST_CONTRAST

/** The colours of a form, where one is not to be had yet as it was before. */
export function soundColours(typed: Theme['colours'], before: Theme['colours']): Theme['colours'] {
  const one = (look: keyof Colour, value: string, last: string) => (isSound(look, value) ? value.toLowerCase() : last)
  return Object.fromEntries(
    colourNames.map((name) => [
      name,
      {
        light: one('light', typed[name].light, before[name].light),
        dark: one('dark', typed[name].dark, before[name].dark),
      },
    ]),
  ) as Theme['colours']
}
