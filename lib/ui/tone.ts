/** How many hues people are told apart by. */
const tones = 6

/** A person's hue, 0 to 5: the same wherever they are shown. */
export const toneOf = (name: string): number =>
  [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % tones
