import { type Colour, MORE_CONTRAST, worstContrast } from './content'

const STEPS = 100

/**
 * The nearest to a colour that is read as well as who asks for more contrast needs it: nearer to black in the light, to
 * white in the dark.
 * @param colour `#rrggbb`
 */
export function stronger(look: keyof Colour, colour: string): string {
  const end = look === 'light' ? 0 : 255
  const towards = (step: number) =>
    `#${[1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
      .map((value) => Math.round(value + ((end - value) * step) / STEPS))
      .map((value) => value.toString(16).padStart(2, '0'))
      .join('')}`
  for (let step = 0; step < STEPS; step++) if (worstContrast(look, towards(step)) >= MORE_CONTRAST) return towards(step)
  return towards(STEPS)
}
